using System;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;

namespace Rehabplan
{
    /// <summary>
    /// There is no report: the document is no plan that can be read, or the program that asks is wrong. What is wrong inside a plan is no
    /// exception; it is in the report. Nothing in an exception is from the plan.
    /// </summary>
    public sealed class RehabplanException : Exception
    {
        internal RehabplanException(string code, string message, string reason, string path)
            : base(message)
        {
            Code = code;
            Reason = reason;
            Path = path;
        }

        /// <summary>
        /// A stable code. <c>notUtf8</c>, <c>notJson</c>, <c>notAnObject</c>, <c>tooLarge</c>, <c>tooDeep</c>, <c>listTooLong</c> and
        /// <c>tooManyFindings</c>: the document is no plan that can be read. <c>badOptions</c>, <c>badProfile</c>, <c>badArgument</c> and
        /// <c>unknownRule</c>: a mistake in the program, or in a profile. <c>failed</c>: a defect of the checker.
        /// </summary>
        public string Code { get; }

        /// <summary>A finer code: what is wrong with a profile, a selection or a horizon. <c>null</c> where there is none.</summary>
        public string Reason { get; }

        /// <summary>Where in the options or in the profile it is. <c>null</c> where that is not known.</summary>
        public string Path { get; }
    }

    /// <summary>An error as the C library writes it.</summary>
    [DataContract]
    internal sealed class Failure
    {
#pragma warning disable 0649 // The serializer writes the fields.
        [DataMember(Name = "code")]
        private string _code;

        [DataMember(Name = "message")]
        private string _message;

        [DataMember(Name = "reason")]
        private string _reason;

        [DataMember(Name = "path")]
        private string _path;
#pragma warning restore 0649

        internal static RehabplanException Read(byte[] json)
        {
            using (var stream = new MemoryStream(json, false))
            {
                var failure = (Failure)new DataContractJsonSerializer(typeof(Failure)).ReadObject(stream);
                return new RehabplanException(failure._code, failure._message, failure._reason, failure._path);
            }
        }
    }
}
