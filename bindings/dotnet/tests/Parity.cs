using System;
using System.IO;

/// <summary>
/// Answers what <c>cargo xtask parity</c> asks. Each question is a plan and options, each answer a status and a text; before every text
/// stands its length in four bytes, the highest first.
/// </summary>
internal static class Parity
{
    private static void Main()
    {
        using (var input = new BufferedStream(Console.OpenStandardInput()))
        using (var output = new BufferedStream(Console.OpenStandardOutput()))
        {
            for (byte[] plan = Read(input); plan != null; plan = Read(input))
            {
                byte[] options = Read(input);
                byte status = 0;
                string answer;
                try
                {
                    byte[] report = Rehabplan.Native.Answer((out IntPtr text, out UIntPtr length) => Rehabplan.Native.rehabplan_check(
                        plan, Rehabplan.Native.Length(plan), options, Rehabplan.Native.Length(options), out text, out length));
                    answer = Rehabplan.Native.Utf8.GetString(report);
                }
                catch (Rehabplan.RehabplanException error)
                {
                    status = 1;
                    answer = "{\"code\":" + Rehabplan.CheckOptions.Quoted(error.Code)
                        + ",\"message\":" + Rehabplan.CheckOptions.Quoted(error.Message) + "}";
                }
                byte[] bytes = Rehabplan.Native.Utf8.GetBytes(answer);
                output.WriteByte(status);
                for (int shift = 24; shift >= 0; shift -= 8)
                {
                    output.WriteByte((byte)(bytes.Length >> shift));
                }
                output.Write(bytes, 0, bytes.Length);
            }
        }
    }

    private static byte[] Read(Stream input)
    {
        int length = 0;
        for (int place = 0; place < 4; place++)
        {
            int one = input.ReadByte();
            if (one < 0)
            {
                return null;
            }
            length = length << 8 | one;
        }
        var text = new byte[length];
        for (int read = 0; read < length;)
        {
            int more = input.Read(text, read, length - read);
            if (more == 0)
            {
                throw new EndOfStreamException();
            }
            read += more;
        }
        return text;
    }
}
