package dk.rehabplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the native library comes out of the jar, in a process of its own. */
final class LibraryTest {
    @TempDir
    Path folder;

    /** What a process with these settings writes, and at its end its exit code. */
    private static String run(String... settings) throws IOException, InterruptedException {
        return runWith(System.getProperty("java.class.path"), settings);
    }

    private static String runWith(String path, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", path, "dk.rehabplan.Parity"));
        Path nothing = Files.createTempFile("nothing", "");
        try {
            // One question, of which both texts are empty.
            Files.write(nothing, new byte[8]);
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(nothing.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output + process.waitFor();
        } finally {
            Files.delete(nothing);
        }
    }

    @Test
    void nothingIsLeftInTheFolder() throws Exception {
        String output = run("-Djava.io.tmpdir=" + folder);
        assertTrue(output.contains("notJson") && output.endsWith("0"), output);
        try (var files = Files.list(folder)) {
            // A machine of Java's own keeps a file of its figures elsewhere.
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aMachineThatTheJarHasNoLibraryForIsNamed() throws Exception {
        String output = run("-Dos.arch=mips");
        assertTrue(output.contains("the jar has no library for linux-mips"), output);
        assertTrue(output.contains("-Ddk.rehabplan.library"), output);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        String output = run("-Djava.io.tmpdir=" + folder.resolve("none"));
        assertTrue(output.contains("could not be unpacked into " + folder.resolve("none")), output);
    }

    /** As in a folder that may hold no programs, which only an administrator can make. */
    @Test
    void aLibraryThatCannotBeLoadedIsNamed() throws Exception {
        Path library = folder.resolve("dk/rehabplan/native/" + Native.platform() + "/" + System.mapLibraryName("rehabplan_java"));
        Files.createDirectories(library.getParent());
        Files.writeString(library, "no library");
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        String path = folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
        String output = runWith(path, "-Djava.io.tmpdir=" + unpacked);
        assertTrue(output.contains("was unpacked into " + unpacked + " and cannot be loaded") && output.contains("noexec"), output);
        assertTrue(output.contains("-Djava.io.tmpdir") && output.contains("-Ddk.rehabplan.library"), output);
        try (var files = Files.list(unpacked)) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** As where two applications in one server bring a jar each. */
    @Test
    void eachClassLoaderHasALibraryOfItsOwn() throws Exception {
        URL[] jar = {Checker.class.getProtectionDomain().getCodeSource().getLocation()};
        List<AutoCloseable> open = new ArrayList<>();
        for (int copy = 0; copy < 3; copy++) {
            try (URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
                Class<?> checker = loader.loadClass("dk.rehabplan.Checker");
                assertNotSame(Checker.class, checker);
                AutoCloseable made = (AutoCloseable) checker.getConstructor().newInstance();
                Object report = checker.getMethod("checkJson", String.class, String.class).invoke(made, "{}", null);
                assertTrue(report.toString().startsWith("{\"ruleSet\":"), report.toString());
                open.add(made);
            }
        }
        try (Checker own = new Checker()) {
            // None of them has closed another's.
            for (AutoCloseable made : open) {
                made.close();
                made.close();
            }
            assertTrue(own.checkJson("{}", null).startsWith("{\"ruleSet\":"));
        }
    }

    @Test
    void whatIsNamedAndIsNotTheLibraryIsSaid() throws Exception {
        Path text = Files.writeString(folder.resolve("text.so"), "no library");
        // The C library lies beside that for Java.
        Path forC = Path.of(System.getProperty("rehabplan.native")).resolveSibling(System.mapLibraryName("rehabplan"));
        assertTrue(Files.exists(forC), forC.toString());
        for (String[] one : new String[][] {
            {folder.resolve("none.so").toString(), "is not there"},
            {folder.toString(), "is a folder"},
            {"", "is a folder"},
            {text.toString(), "is another library"},
            {forC.toString(), "is another library"},
        }) {
            String output = run("-Ddk.rehabplan.library=" + one[0]);
            assertTrue(output.contains("-Ddk.rehabplan.library names, " + Path.of(one[0]).toAbsolutePath() + ", " + one[1]), output);
            assertTrue(output.contains("it is to name the file of this library for Java, librehabplan_java.so"), output);
            assertTrue(output.endsWith("1"), output);
        }
    }

    @Test
    void aLibraryCanBeNamed() throws Exception {
        String library = System.getProperty("rehabplan.native");
        String output = run("-Djava.io.tmpdir=" + folder.resolve("none"), "-Ddk.rehabplan.library=" + library);
        assertTrue(output.contains("notJson") && output.endsWith("0"), output);
    }
}
