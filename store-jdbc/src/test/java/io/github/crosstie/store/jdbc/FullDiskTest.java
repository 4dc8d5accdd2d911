package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The room ends by the operating system's doing: no pragma stands in for it. A process of its own meets it, which says what it saw. */
@DisplayName("A disk on which there is no room left, or nothing may be written")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell that limits the size of files, and no tmpfs")
class FullDiskTest {

    private static final int SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    @DisplayName("F14: is unavailable where files may not grow, with nothing half-done, and goes on with room")
    void whereFilesMayNotGrow() throws Exception {
        Sqlite file = Sqlite.in(folder);
        file.store();

        // In blocks of 512 bytes: room for the driver's own library, and for some commits.
        List<String> said = run("ulimit -f 5000 && exec \"$@\"", file);

        meetsTheEnd(said, file);
    }

    @Test
    @DisplayName("F14: is unavailable on a file system that is full, with nothing half-done, and goes on with room")
    void onAFullFileSystem() throws Exception {
        Path small = mounted("1m");
        try {
            Sqlite file = Sqlite.in(small);
            file.store();

            List<String> said = run("exec \"$@\"", file);

            assertThat(shell("mount -o remount,size=64m " + small)).isZero();
            meetsTheEnd(said, file);
        } finally {
            shell("umount " + small);
        }
    }

    @Test
    @DisplayName("F14: is unavailable on a file system that can only be read, and goes on when it can be written")
    void onAReadOnlyFileSystem() throws Exception {
        Path small = mounted("16m");
        try {
            StateStore store = Sqlite.in(small).store();
            Fence fence = Told.acquire(store);
            store.commit(fence, Told.step(0));
            assertThat(shell("mount -o remount,ro " + small)).isZero();

            assertThatThrownBy(() -> store.commit(fence, Told.step(1)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("writable, then go on");

            assertThat(shell("mount -o remount,rw " + small)).isZero();
            assertThat(store.load(Told.CONTACTS).links()).hasSize(1);
            store.commit(fence, Told.step(1));
            assertThat(store.load(Told.CONTACTS).links()).hasSize(2);
        } finally {
            shell("umount " + small);
        }
    }

    private Path mounted(String size) throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                shell("mount -t tmpfs -o size=" + size + " tmpfs " + small) == 0,
                "this test needs the right to mount a small file system, which root alone has");
        return small;
    }

    /** What the process acknowledged is there, and the commit that found no room is not, not even in part. */
    private static void meetsTheEnd(List<String> said, Sqlite file) {
        assertThat(said).hasSize(2);
        int acknowledged = Integer.parseInt(said.get(0)) * Filler.STEPS;
        assertThat(said.get(1))
                .startsWith("UnavailableException: ")
                .contains("nothing was lost")
                .contains("then go on")
                .doesNotContain("Lovelace");
        StateStore store = file.store();
        assertThat(acknowledged).as("steps before there was no room").isPositive();
        assertThat(store.load(Told.CONTACTS).links()).hasSize(acknowledged);
        assertThat(store.journal(Told.CONTACTS)).hasSize(acknowledged);

        store.commit(Told.acquire(store), Told.step(acknowledged));

        assertThat(store.load(Told.CONTACTS).links()).hasSize(acknowledged + 1);
        assertThat(store.journal(Told.CONTACTS)).hasSize(acknowledged + 1);
    }

    /** Runs the writer in a shell, which may limit it first. */
    private static List<String> run(String script, Sqlite file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(Children.command(Filler.class, file.source().getUrl()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return said;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static int shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
