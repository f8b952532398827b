using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Rehabplan
{
    /// <summary>The C library: bytes in, bytes out.</summary>
    internal static class Native
    {
        // Windows, which does not tell capitals apart, would take Rehabplan.dll for "rehabplan".
        private const string Library = "librehabplan";
        private const uint Abi = 1;
        private const int Ok = 0;

        internal static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

        /// <summary>Looked at once; what is wrong with the library is thrown at every call.</summary>
        private static readonly Lazy<bool> IsThere = new Lazy<bool>(Look);

        private static bool Look()
        {
            uint abi;
            try
            {
                abi = rehabplan_abi();
            }
            catch (Exception error) when (error is DllNotFoundException || error is BadImageFormatException || error is EntryPointNotFoundException)
            {
                throw new DllNotFoundException(
                    "the native library of rehabplan cannot be loaded: put librehabplan.so (on Windows librehabplan.dll), built for "
                    + (IntPtr.Size * 8) + " bits, beside the program", error);
            }
            return abi == Abi ? true : throw new DllNotFoundException(
                "the native library of rehabplan has the ABI " + abi + ", and " + Abi + " is needed: take both from one version");
        }

        internal delegate int Call(out IntPtr answer, out UIntPtr length);

        /// <summary>What was asked for. Everything else is thrown.</summary>
        internal static byte[] Answer(Call call)
        {
            _ = IsThere.Value;
            IntPtr answer = IntPtr.Zero;
            try
            {
                int status = call(out answer, out UIntPtr length);
                var bytes = new byte[checked((int)length)];
                Marshal.Copy(answer, bytes, 0, bytes.Length);
                return status == Ok ? bytes : throw Failure.Read(bytes);
            }
            finally
            {
                rehabplan_free(ref answer);
            }
        }

        internal static UIntPtr Length(byte[] bytes) => (UIntPtr)(bytes?.Length ?? 0);

        /// <summary>A text that is no document, as UTF-8. Half a surrogate pair is nothing that anybody can have meant.</summary>
        internal static byte[] Text(string text, string name, string code)
        {
            try
            {
                return Utf8.GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                throw new RehabplanException(code, "half a surrogate pair, which is no letter, stands in " + name, null, null);
            }
        }

        /// <summary>
        /// JSON as UTF-8. Half a surrogate pair, which UTF-8 does not have, becomes the escape that JSON has for it, so that the checker
        /// sees what stands there.
        /// </summary>
        internal static byte[] Bytes(string json)
        {
            try
            {
                return Utf8.GetBytes(json);
            }
            catch (EncoderFallbackException)
            {
                var whole = new StringBuilder(json.Length + 16);
                for (int at = 0; at < json.Length; at++)
                {
                    if (char.IsSurrogatePair(json, at))
                    {
                        whole.Append(json, at++, 2);
                    }
                    else if (char.IsSurrogate(json[at]))
                    {
                        whole.Append("\\u").Append(((int)json[at]).ToString("x4"));
                    }
                    else
                    {
                        whole.Append(json[at]);
                    }
                }
                return Utf8.GetBytes(whole.ToString());
            }
        }

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern uint rehabplan_abi();

        /// <summary>The version of the library.</summary>
        internal static string Version => IsThere.Value ? Marshal.PtrToStringAnsi(rehabplan_version()) : null;

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern IntPtr rehabplan_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern void rehabplan_free(ref IntPtr answer);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_check(
            byte[] plan, UIntPtr planLength, byte[] options, UIntPtr optionsLength, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_checker_new(
            byte[] options, UIntPtr optionsLength, out UIntPtr checker, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern unsafe int rehabplan_checker_check(
            UIntPtr checker, byte* plan, UIntPtr planLength, byte[] caseId, UIntPtr caseIdLength, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void rehabplan_checker_free(ref UIntPtr checker);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_rules(byte[] options, UIntPtr optionsLength, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_explain(byte[] id, UIntPtr idLength, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_coverage(byte[] options, UIntPtr optionsLength, out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_profiles(out IntPtr answer, out UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int rehabplan_schema(byte[] options, UIntPtr optionsLength, out IntPtr answer, out UIntPtr length);
    }

    /// <summary>A checker of the C library, which gives it up when nobody uses it any more.</summary>
    internal sealed class CheckerHandle : SafeHandle
    {
        internal CheckerHandle(UIntPtr checker)
            : base(IntPtr.Zero, true)
        {
            SetHandle(unchecked((IntPtr)(long)checker.ToUInt64()));
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        internal UIntPtr Number => unchecked((UIntPtr)(ulong)handle.ToInt64());

        protected override bool ReleaseHandle()
        {
            UIntPtr number = Number;
            Native.rehabplan_checker_free(ref number);
            return true;
        }
    }
}
