package io.github.crosstie.examples.survive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Worker} in a process of its own, seen from the process that started it. Only {@link #kill} is thread-safe. */
final class WorkerProcess implements AutoCloseable {

    /**
     * A round that came to its end.
     *
     * @param writes how many records were written
     * @param isSettled whether nothing was left undone
     */
    record Round(int writes, boolean isSettled) {}

    /** After so long without an answer a worker hangs. */
    private static final int SILENCE_SECONDS = 120;

    private final Process process;
    private final Trap trap;
    private final BufferedReader said;
    private final BufferedWriter told;
    private volatile boolean killed;
    private volatile boolean silent;

    private WorkerProcess(Process process, Trap trap) {
        this.process = process;
        this.trap = trap;
        said = process.inputReader(StandardCharsets.UTF_8);
        told = process.outputWriter(StandardCharsets.UTF_8);
    }

    static WorkerProcess start(WorkerSettings settings, Trap trap) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Worker.class.getName())
                    .redirectError(Redirect.INHERIT)
                    .start();
            WorkerProcess worker = new WorkerProcess(process, trap);
            for (String line : settings.lines()) {
                worker.told.write(line + "\n");
            }
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException("no Java process can be started from " + System.getProperty("java.home"), e);
        }
    }

    /** Runs a round; empty if the worker was killed in it. */
    Optional<Round> sync() {
        tell(Worker.SYNC);
        for (@Nullable String line = hear(); line != null; line = hear()) {
            if (line.equals(Worker.COMMIT)) {
                commit();
            } else if (line.startsWith(Worker.DONE)) {
                String[] parts = line.split(" ", -1);
                return Optional.of(new Round(Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2])));
            }
        }
        if (silent) {
            throw new IllegalStateException("the worker gave no answer for " + SILENCE_SECONDS
                    + " s and was ended; see what it said on standard error");
        }
        if (!killed) {
            throw new IllegalStateException("the worker ended by itself; see what it said on standard error");
        }
        return Optional.empty();
    }

    private void commit() {
        switch (trap.commit()) {
            case GO_ON -> tell(Worker.GO_ON);
            case DIE_BEFORE -> kill();
            case DIE_DURING -> {
                tell(Worker.GO_ON);
                kill();
            }
        }
    }

    /** Ends the process as {@code kill -9} does, and returns when it is dead. No other process is ever meant. */
    void kill() {
        killed = true;
        // By its handle: what it said before it died is still heard.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** What it said next; null if it says nothing any more. */
    private @Nullable String hear() {
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(
                this::endSilence, CompletableFuture.delayedExecutor(SILENCE_SECONDS, TimeUnit.SECONDS));
        try {
            return said.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the worker cannot be heard", e);
        } finally {
            watchdog.cancel(false);
        }
    }

    private void endSilence() {
        silent = true;
        process.toHandle().destroyForcibly();
    }

    private void tell(String line) {
        try {
            told.write(line + "\n");
            told.flush();
        } catch (IOException e) {
            if (!killed) {
                throw new UncheckedIOException("the worker cannot be told anything: it has ended by itself", e);
            }
        }
    }

    @Override
    public void close() {
        kill();
        process.destroyForcibly(); // closes its streams
    }
}
