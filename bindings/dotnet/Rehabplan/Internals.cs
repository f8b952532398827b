using System.Runtime.CompilerServices;

// They look at what has no place in the contract: the library's own numbers, and what it writes byte by byte.
[assembly: InternalsVisibleTo("Tests")]
[assembly: InternalsVisibleTo("Parity")]
