package dk.rehabplan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/** The native library: bytes in, bytes out. The first byte of an answer is 0, or 1 before an error in JSON. */
final class Native {
    /** Names a native library that lies elsewhere than in the jar. */
    static final String PROPERTY = "dk.rehabplan.library";

    private static final String ELSEWHERE =
            "; choose another folder with -Djava.io.tmpdir, or name the library's file with -D" + PROPERTY;

    static {
        load();
    }

    private Native() {}

    static native byte[] open(byte[] options);

    static native byte[] check(long checker, byte[] plan, byte[] caseId);

    static native void close(long checker);

    static native byte[] rules(byte[] options);

    static native byte[] explain(byte[] id);

    static native byte[] coverage(byte[] options);

    static native byte[] profiles();

    static native byte[] schema(byte[] options);

    /** What was asked for, without the byte before it. */
    static byte[] answer(byte[] answer) {
        byte[] text = Arrays.copyOfRange(answer, 1, answer.length);
        if (answer[0] == 0) {
            return text;
        }
        Json error = Json.parse(new String(text, StandardCharsets.UTF_8));
        throw new RehabplanException(error.text("code"), error.text("message"), error.text("reason"), error.text("path"));
    }

    private static void load() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            loadNamed(chosen);
            return;
        }
        String resource = "native/" + platform() + "/" + System.mapLibraryName("rehabplan_java");
        try (InputStream library = Native.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new UnsatisfiedLinkError("rehabplan: the jar has no library for " + platform()
                        + "; build one (cargo build --release -p rehabplan-java) and name its file with -D" + PROPERTY);
            }
            loadCopy(library);
        } catch (IOException error) {
            throw (Error) new UnsatisfiedLinkError("rehabplan: the native library could not be unpacked into "
                    + System.getProperty("java.io.tmpdir") + ELSEWHERE).initCause(error);
        }
    }

    /** One that somebody has named, which may be anything. */
    private static void loadNamed(String chosen) {
        String expected = "; it is to name the file of this library for Java, " + System.mapLibraryName("rehabplan_java")
                + " (cargo build --release -p rehabplan-java makes it)";
        Path file;
        try {
            file = Path.of(chosen).toAbsolutePath();
        } catch (InvalidPathException error) {
            throw (Error) new UnsatisfiedLinkError("rehabplan: -D" + PROPERTY + " is no path" + expected).initCause(error);
        }
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "is a folder" : "is not there";
            throw new UnsatisfiedLinkError("rehabplan: what -D" + PROPERTY + " names, " + file + ", " + what + expected);
        }
        try {
            System.load(file.toString());
            // Any library can be loaded, such as that for C; only the right one has the methods.
            close(0);
        } catch (UnsatisfiedLinkError error) {
            throw (Error) new UnsatisfiedLinkError("rehabplan: what -D" + PROPERTY + " names, " + file
                    + ", is another library, one for another system, or none" + expected).initCause(error);
        }
    }

    /** Into a folder of its own, which nobody else can write to, and which is gone as soon as the library is loaded. */
    private static void loadCopy(InputStream library) throws IOException {
        Path folder = Files.createTempDirectory("rehabplan");
        Path file = folder.resolve(System.mapLibraryName("rehabplan_java"));
        try {
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            System.load(file.toString());
        } catch (UnsatisfiedLinkError error) {
            throw (Error) new UnsatisfiedLinkError("rehabplan: the native library was unpacked into " + System.getProperty("java.io.tmpdir")
                    + " and cannot be loaded from there: the folder may hold no programs (noexec), or the library is for another "
                    + "system than this" + ELSEWHERE).initCause(error);
        } finally {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            } catch (IOException inUse) {
                // Windows keeps a library that is loaded; what is left goes when the program ends, or the folder is cleaned.
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
            }
        }
    }

    /** Such as {@code linux-x86_64}. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : system.replace(' ', '-');
        return name + "-" + (machine.equals("amd64") ? "x86_64" : machine);
    }
}
