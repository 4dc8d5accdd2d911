package io.github.crosstie.store.jdbc.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.github.crosstie.Crosstie;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;

/** A {@link Worker} in a JVM of its own. */
final class ChildProcess implements AutoCloseable {

    private static final int DEADLINE_SECONDS = 120;

    /** What a worker said. */
    record Line(ChildProcess by, String text) {}

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts one; what it says goes to a queue. */
    static ChildProcess start(String how, String url, BlockingQueue<Line> said) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Worker.class.getName(),
                        how,
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ChildProcess child = new ChildProcess(process);
        Thread listener = new Thread(() -> child.listen(said), "listens to a worker");
        listener.setDaemon(true);
        listener.start();
        return child;
    }

    private void listen(BlockingQueue<Line> said) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(new Line(this, line));
            }
        } catch (IOException ended) {
            throw new UncheckedIOException("the worker was killed while it spoke", ended);
        }
    }

    /** Ends it as a failing machine does: nothing of its own runs any more. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Ends its input; returns its exit code. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String classPath() {
        return Stream.of(
                        Worker.class,
                        SyncCluster.class,
                        Crosstie.class,
                        Scheduler.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        PGSimpleDataSource.class,
                        Logger.class)
                .map(ChildProcess::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder or jar of a class, whether it is on the class path or on the module path. */
    private static String place(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(type.getClassLoader().getResource(file), file);
        String text = url.toString();
        String root = text.substring(0, text.length() - file.length());
        List<String> parts = List.of(root.split("!", 2));
        return Path.of(URI.create(parts.get(0).replaceFirst("^jar:", ""))).toString();
    }
}
