package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.LoadedOrganization.BoundRecord;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An organization's directory over its API, from a loopback server: by pages, by bulk jobs, and the same pages bound
 * to objects and no more. The server's own work, about the same for all of them, is part of the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class DirectoryLoadBenchmark {

    /** Users of the organization. */
    @Param("100000")
    public int users = 1_000;

    private LoadedOrganization organization = loaded(2);

    private static LoadedOrganization loaded(int users) {
        try {
            return new LoadedOrganization(users);
        } catch (IOException e) {
            throw new IllegalStateException("the organization's files cannot be written; make room for them", e);
        }
    }

    /**
     * Fills the organization, and checks that all ways find the same users.
     *
     * @throws Exception if a page cannot be bound
     */
    @Setup
    public void prepare() throws Exception {
        organization.close();
        organization = loaded(users);
        List<String> byPages = names(byPages());
        List<String> bound = bindPages().getOrDefault("User", List.of()).stream()
                .map(user -> String.valueOf(user.username()))
                .sorted()
                .toList();
        if (byPages.size() != users || !byPages.equals(bound) || !byPages.equals(names(byJobs()))) {
            throw new IllegalStateException("the ways to read a directory find different users: " + byPages.size()
                    + " by pages, " + bound.size() + " bound; the figures of this benchmark would mean nothing");
        }
    }

    private static List<String> names(Directory directory) {
        return directory.users().all().stream().map(User::username).sorted().toList();
    }

    /** Stops the server. */
    @TearDown
    public void stop() {
        organization.close();
    }

    /**
     * The library, by pages.
     *
     * @return the directory
     */
    @Benchmark
    public Directory byPages() {
        return organization.byPages();
    }

    /**
     * The library, with users by a bulk job.
     *
     * @return the directory
     */
    @Benchmark
    public Directory byJobs() {
        return organization.byJobs();
    }

    /**
     * The pages bound to objects, of which no directory is made.
     *
     * @return the records
     * @throws Exception if a page cannot be bound
     */
    @Benchmark
    public Map<String, List<BoundRecord>> bindPages() throws Exception {
        return organization.bound();
    }
}
