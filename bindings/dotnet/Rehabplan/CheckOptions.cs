using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Rehabplan
{
    /// <summary>Which answers a report keeps.</summary>
    public enum Detail
    {
        /// <summary>What is not met, and what could not be determined.</summary>
        Findings,

        /// <summary>The answer to every requirement.</summary>
        All,
    }

    /// <summary>
    /// How plans are checked. What is left out is as if it were not there; what cannot be, such as a rule that does not exist, is said when
    /// a <see cref="Checker"/> is made, which reads the options once.
    /// </summary>
    public sealed class CheckOptions
    {
        /// <summary>Checks for a phase; without one, for the phase that the parts of the plan speak for.</summary>
        public Phase? Phase { get; set; }

        /// <summary>
        /// The day that counts as today; its time of day does not matter. No clock is read: without it, what depends on today cannot be
        /// determined.
        /// </summary>
        public DateTime? AsOf { get; set; }

        /// <summary>Which answers the report keeps. The counts are the same.</summary>
        public Detail Detail { get; set; }

        /// <summary>The language of the texts.</summary>
        public Lang Lang { get; set; } = Lang.Da;

        /// <summary>
        /// Whether texts are searched for recommendations (§ 3, stk. 3). If not, the requirement is for a person to judge.
        /// </summary>
        public bool Language { get; set; } = true;

        /// <summary>
        /// Limits the check to rules, such as <c>P3.1.4</c>, for a draft; the report then says so, and nothing of the rest.
        /// </summary>
        public IList<string> OnlyRules { get; } = new List<string>();

        /// <summary>Limits the check to places of the plan, as JSON Pointers.</summary>
        public IList<string> OnlyPaths { get; } = new List<string>();

        /// <summary>What the source of the plans has room for, as JSON Pointers; <c>null</c> for everything.</summary>
        public IList<string> Horizon { get; set; }

        /// <summary>
        /// Profiles that come with the product, by their names and what is chosen in them, such as <c>proces:maksSider=50</c>.
        /// </summary>
        public IList<string> Profiles { get; } = new List<string>();

        /// <summary>Profiles of one's own, in JSON.</summary>
        public IList<string> ProfilesJson { get; } = new List<string>();

        /// <summary>
        /// A list of suppressions in JSON, each with case, key, reason, author and date; <c>null</c> for none.
        /// </summary>
        public string SuppressJson { get; set; }

        /// <summary>The options as the C library reads them.</summary>
        internal byte[] Json()
        {
            var members = new List<string>();
            if (Phase.HasValue)
            {
                members.Add("\"phase\":" + Quoted(Codes.Text(Phase.Value)));
            }
            if (AsOf.HasValue)
            {
                members.Add("\"asOf\":" + Quoted(AsOf.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
            if (Detail != Detail.Findings)
            {
                members.Add("\"detail\":" + Quoted(Codes.Text(Detail)));
            }
            members.Add("\"lang\":" + Quoted(Codes.Text(Lang)));
            if (!Language)
            {
                members.Add("\"language\":false");
            }
            if (OnlyRules.Count + OnlyPaths.Count > 0)
            {
                members.Add("\"only\":{\"rules\":" + Texts(OnlyRules, nameof(OnlyRules))
                    + ",\"paths\":" + Texts(OnlyPaths, nameof(OnlyPaths)) + "}");
            }
            if (Horizon != null)
            {
                members.Add("\"horizon\":" + Texts(Horizon, nameof(Horizon)));
            }
            if (Profiles.Count + ProfilesJson.Count > 0)
            {
                IEnumerable<string> named = Profiles.Select(name => Quoted(Whole(name, nameof(Profiles))));
                members.Add("\"profiles\":" + List(named.Concat(ProfilesJson.Select(Something))));
            }
            if (SuppressJson != null)
            {
                members.Add("\"suppress\":" + (IsOne(SuppressJson) ? Whole(SuppressJson, nameof(SuppressJson)) : "{}"));
            }
            return Native.Bytes("{" + string.Join(",", members) + "}");
        }

        /// <summary>
        /// Of nothing, nothing would be left in the list, and no profile be missed; of more than one, other options might be said.
        /// </summary>
        private static string Something(string json) => IsOne(json) ? Whole(json, nameof(ProfilesJson)) : "null";

        /// <summary>
        /// Whether a text is one object or list and nothing else, as far as its brackets tell; what is in them the library reads.
        /// What is put among the options must not end what it stands in.
        /// </summary>
        private static bool IsOne(string text)
        {
            string json = (text ?? "").Trim();
            if (json.Length == 0 || (json[0] != '{' && json[0] != '['))
            {
                return false;
            }
            int depth = 0;
            bool isText = false;
            for (int at = 0; at < json.Length; at++)
            {
                char letter = json[at];
                if (isText)
                {
                    if (letter == '\\')
                    {
                        at++;
                    }
                    else if (letter == '"')
                    {
                        isText = false;
                    }
                    continue;
                }
                if (letter == '"')
                {
                    isText = true;
                }
                else if (letter == '{' || letter == '[')
                {
                    depth++;
                }
                else if (letter == '}' || letter == ']')
                {
                    depth--;
                }
                if (depth == 0)
                {
                    return at == json.Length - 1;
                }
            }
            return false;
        }

        private static string Texts(IEnumerable<string> texts, string name) => List(texts.Select(text => Quoted(Whole(text, name))));

        /// <summary>A text that is there and is one: nothing is read out of half of it, and nothing out of none.</summary>
        private static string Whole(string text, string name)
        {
            if (text == null)
            {
                throw new ArgumentNullException(name, "an entry of " + name + " is null; leave it out, or say what it is to be");
            }
            Native.Text(text, name, "badOptions");
            return text;
        }

        private static string List(IEnumerable<string> entries) => "[" + string.Join(",", entries) + "]";

        /// <summary>A text as JSON.</summary>
        internal static string Quoted(string text)
        {
            var json = new StringBuilder("\"");
            foreach (char letter in text)
            {
                if (letter == '"' || letter == '\\')
                {
                    json.Append('\\').Append(letter);
                }
                else if (letter < ' ')
                {
                    json.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    json.Append(letter);
                }
            }
            return json.Append('"').ToString();
        }
    }

    /// <summary>Codes of closed lists, and the names that they have here.</summary>
    internal static class Codes
    {
        internal static T Of<T>(string code)
            where T : struct
        {
            return Enum.TryParse(code, true, out T value)
                ? value
                : throw new FormatException(typeof(T).Name + " has no such code: the report is of another version");
        }

        internal static T? OfOrNull<T>(string code)
            where T : struct
        {
            return code == null ? (T?)null : Of<T>(code);
        }

        internal static string Text<T>(T value)
            where T : struct
        {
            if (!Enum.IsDefined(typeof(T), value))
            {
                string names = string.Join(", ", Enum.GetNames(typeof(T)));
                throw new ArgumentOutOfRangeException(typeof(T).Name, value, typeof(T).Name + " is one of " + names);
            }
            string name = value.ToString();
            return char.ToLowerInvariant(name[0]) + name.Substring(1);
        }
    }
}
