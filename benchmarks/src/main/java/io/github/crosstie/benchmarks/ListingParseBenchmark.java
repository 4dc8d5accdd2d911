package io.github.crosstie.benchmarks;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.salesforce.SalesforceDirectoryReader;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of a listing of users to something that can be asked: the library's directory, checked and indexed, beside objects in
 * a map.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ListingParseBenchmark {

    /** Users in the listing. */
    @Param({"10000", "100000"})
    public int users = 10_000;

    private UserListing listing = new UserListing(0);

    /**
     * Makes the listing and checks that both ways read the same.
     *
     * @throws IOException if the listing cannot be bound
     */
    @Setup
    public void prepare() throws IOException {
        listing = new UserListing(users);
        Map<String, BoundUsers.Row> bound = databind();
        Directory read = crosstie();
        if (bound.size() != users
                || read.users().size() != users
                || !read.users().all().stream().allMatch(user -> isSame(user, bound))) {
            throw new IllegalStateException("the two ways read different users; the comparison would mean nothing");
        }
    }

    private static boolean isSame(User user, Map<String, BoundUsers.Row> bound) {
        BoundUsers.Row row = bound.get(user.id().value());
        return row != null
                && row.equals(new BoundUsers.Row(
                        user.id().value(),
                        user.username(),
                        user.emailAddress().orElse(null),
                        user.firstName().orElse(null),
                        user.lastName(),
                        user.title().orElse(null),
                        user.phone().orElse(null),
                        user.timeZone().orElse(null),
                        user.active(),
                        user.profile().value(),
                        user.role().map(role -> role.value()).orElse(null)));
    }

    /**
     * The library.
     *
     * @return the directory
     */
    @Benchmark
    public Directory crosstie() {
        return SalesforceDirectoryReader.from(listing, "synthetic").read();
    }

    /**
     * What a user would write.
     *
     * @return the users by id
     * @throws IOException if the listing cannot be bound
     */
    @Benchmark
    public Map<String, BoundUsers.Row> databind() throws IOException {
        return BoundUsers.of(listing.users());
    }
}
