using System;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;

namespace Rehabplan
{
    /// <summary>
    /// Checks plans against the regulation, as <see cref="CheckOptions"/> say. One checker serves any number of plans, on any number of
    /// threads. It holds memory of the C library until it is disposed of; one that is forgotten gives it back when it is collected.
    /// </summary>
    public sealed class Checker : IDisposable
    {
        private readonly CheckerHandle _handle;

        /// <summary>A check as options say; without them, of everything that the regulation demands.</summary>
        /// <param name="options">The options, or <c>null</c>. They are read here, and may be changed afterwards.</param>
        /// <exception cref="RehabplanException"><c>badOptions</c> or <c>badProfile</c>.</exception>
        /// <exception cref="ArgumentNullException">An entry of a list of the options is <c>null</c>.</exception>
        public Checker(CheckOptions options = null)
        {
            byte[] json = (options ?? new CheckOptions()).Json();
            UIntPtr checker = UIntPtr.Zero;
            Native.Answer((out IntPtr answer, out UIntPtr length) =>
                Native.rehabplan_checker_new(json, Native.Length(json), out checker, out answer, out length));
            _handle = new CheckerHandle(checker);
        }

        /// <summary>The version of the library.</summary>
        public static string Version => Native.Version;

        /// <summary>Checks a plan.</summary>
        /// <param name="plan">The plan in JSON.</param>
        /// <param name="caseId">Your own id of the plan's case, which suppressions name, or <c>null</c>.</param>
        /// <returns>The report.</returns>
        /// <exception cref="RehabplanException">
        /// The document is no plan that can be read, or half a surrogate pair stands in the id (<c>badArgument</c>).
        /// </exception>
        /// <exception cref="ObjectDisposedException">The checker was disposed of.</exception>
        public Report Check(string plan, string caseId = null) => Report.Parse(CheckJson(Bytes(plan), caseId));

        /// <summary>Checks a plan, and gives the report as one line of JSON: the same as from every other language.</summary>
        /// <param name="plan">The plan in JSON.</param>
        /// <param name="caseId">Your own id of the plan's case, which suppressions name, or <c>null</c>.</param>
        /// <returns>The report.</returns>
        /// <exception cref="RehabplanException">
        /// The document is no plan that can be read, or half a surrogate pair stands in the id (<c>badArgument</c>).
        /// </exception>
        /// <exception cref="ObjectDisposedException">The checker was disposed of.</exception>
        public string CheckJson(string plan, string caseId = null) => Native.Utf8.GetString(CheckJson(Bytes(plan), caseId));

        /// <summary>The same for a plan in UTF-8, at most 8 MiB of it.</summary>
        /// <param name="plan">The plan in JSON.</param>
        /// <param name="caseId">Your own id of the plan's case, which suppressions name, or <c>null</c>.</param>
        /// <returns>The report, in UTF-8.</returns>
        /// <exception cref="RehabplanException">
        /// The document is no plan that can be read, or half a surrogate pair stands in the id (<c>badArgument</c>).
        /// </exception>
        /// <exception cref="ObjectDisposedException">The checker was disposed of.</exception>
        public unsafe byte[] CheckJson(byte[] plan, string caseId = null)
        {
            if (plan == null)
            {
                throw new ArgumentNullException(nameof(plan));
            }
            fixed (byte* start = plan)
            {
                return Checked(start, plan.Length, caseId);
            }
        }

#if NETSTANDARD2_1_OR_GREATER || NETCOREAPP2_1_OR_GREATER
        /// <summary>The same for a plan in UTF-8 that lies in other memory.</summary>
        /// <param name="plan">The plan in JSON.</param>
        /// <param name="caseId">Your own id of the plan's case, which suppressions name, or <c>null</c>.</param>
        /// <returns>The report, in UTF-8.</returns>
        /// <exception cref="RehabplanException">
        /// The document is no plan that can be read, or half a surrogate pair stands in the id (<c>badArgument</c>).
        /// </exception>
        /// <exception cref="ObjectDisposedException">The checker was disposed of.</exception>
        public unsafe byte[] CheckJson(ReadOnlySpan<byte> plan, string caseId = null)
        {
            fixed (byte* start = plan)
            {
                return Checked(start, plan.Length, caseId);
            }
        }
#endif

        private unsafe byte[] Checked(byte* plan, int planLength, string caseId)
        {
            byte[] id = caseId == null ? null : Native.Text(caseId, nameof(caseId), "badArgument");
            bool isHeld = false;
            try
            {
                // As long as it is held, disposing waits.
                _handle.DangerousAddRef(ref isHeld);
                UIntPtr checker = _handle.Number;
                return Native.Answer((out IntPtr answer, out UIntPtr length) => Native.rehabplan_checker_check(
                    checker, plan, (UIntPtr)planLength, id, Native.Length(id), out answer, out length));
            }
            finally
            {
                if (isHeld)
                {
                    _handle.DangerousRelease();
                }
            }
        }

        private static byte[] Bytes(string plan) => Native.Bytes(plan ?? throw new ArgumentNullException(nameof(plan)));

        /// <summary>Gives its memory back. A second time does nothing.</summary>
        public void Dispose() => _handle.Dispose();
    }

    /// <content>How a report is read.</content>
    public sealed partial class Report
    {
        /// <summary>Reads a report.</summary>
        /// <param name="json">The JSON of a report of this version, in UTF-8.</param>
        /// <returns>The report.</returns>
        /// <exception cref="FormatException">It is none.</exception>
        public static Report Parse(byte[] json)
        {
            if (json == null)
            {
                throw new ArgumentNullException(nameof(json));
            }
            using (var stream = new MemoryStream(json, false))
            {
                try
                {
                    return (Report)new DataContractJsonSerializer(typeof(Report)).ReadObject(stream);
                }
                // Mono hands on what a reader throws as what it was called by.
                catch (Exception error) when (error is SerializationException || error is System.Xml.XmlException
                    || error is System.Reflection.TargetInvocationException)
                {
                    throw new FormatException("this is no report", error);
                }
            }
        }
    }

    /// <summary>What there is to know of the regulation itself, in JSON: the same as from the command line.</summary>
    public static class Catalogue
    {
        /// <summary>Every rule, with its provision, its texts and where it applies.</summary>
        /// <returns>A list.</returns>
        public static string Rules() => Text((out IntPtr answer, out UIntPtr length) =>
            Native.rehabplan_rules(null, UIntPtr.Zero, out answer, out length));

        /// <summary>Everything there is to say about one rule.</summary>
        /// <param name="id">The id, such as <c>P3.1.4</c> or <c>proces/PR1</c>; capitals do not matter.</param>
        /// <returns>An object.</returns>
        /// <exception cref="RehabplanException"><c>unknownRule</c>.</exception>
        public static string Explain(string id)
        {
            // Half a surrogate pair is in no id, and neither is what JSON writes for it.
            byte[] bytes = Native.Bytes(id ?? throw new ArgumentNullException(nameof(id)));
            return Text((out IntPtr answer, out UIntPtr length) =>
                Native.rehabplan_explain(bytes, Native.Length(bytes), out answer, out length));
        }

        /// <summary>What becomes of every legal unit of the regulation.</summary>
        /// <param name="lang">The language of the reasons.</param>
        /// <returns>A list.</returns>
        public static string Coverage(Lang lang)
        {
            byte[] options = In(lang);
            return Text((out IntPtr answer, out UIntPtr length) =>
                Native.rehabplan_coverage(options, Native.Length(options), out answer, out length));
        }

        /// <summary>What lies beside the regulation: every profile that comes with the library.</summary>
        /// <returns>A list.</returns>
        public static string Profiles() => Text(Native.rehabplan_profiles);

        /// <summary>The JSON Schema (2020-12) of a plan.</summary>
        /// <param name="lang">The language of titles and descriptions.</param>
        /// <returns>An object.</returns>
        public static string JsonSchema(Lang lang)
        {
            byte[] options = In(lang);
            return Text((out IntPtr answer, out UIntPtr length) =>
                Native.rehabplan_schema(options, Native.Length(options), out answer, out length));
        }

        private static byte[] In(Lang lang) => Native.Bytes("{\"lang\":" + CheckOptions.Quoted(Codes.Text(lang)) + "}");

        private static string Text(Native.Call call) => Native.Utf8.GetString(Native.Answer(call));
    }
}
