package io.github.crosstie.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of its own, of the release that runs the tests, as a host's would be. */
record ChildJava(int exitCode, String said) {

    private static final long SECONDS = 120;

    /** Runs it to its end, or kills it after two minutes. What it says goes through a file in the directory. */
    static ChildJava run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(directory, "said", ".txt");
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!java.waitFor(SECONDS, TimeUnit.SECONDS)) {
            java.destroyForcibly();
        }
        return new ChildJava(java.waitFor(), Files.readString(said).replace(System.lineSeparator(), "\n"));
    }
}
