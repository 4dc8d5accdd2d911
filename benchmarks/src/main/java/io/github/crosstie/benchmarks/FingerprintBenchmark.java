package io.github.crosstie.benchmarks;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.crosstie.diff.BareFingerprints;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
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

/** What it costs to make fingerprints of contacts with twelve texts each, each text with its length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FingerprintBenchmark {

    /** Contacts. */
    @Param({"1000", "100000"})
    public int links = 1_000;

    private final BareFingerprints fingerprints = new BareFingerprints(1, List.copyOf(SyntheticContacts.FIELDS));
    private final List<Item> items = new ArrayList<>();

    /** Makes the contacts and checks that every way tells them apart. */
    @Setup
    public void prepare() {
        SyntheticContacts.of(links).listed(true).forEach(record -> items.add(record.item()));
        requireDistinct(fingerprints::of);
        requireDistinct(item -> hash(Hashing.sha256(), item));
        requireDistinct(item -> hash(Hashing.murmur3_128(), item));
    }

    private void requireDistinct(ToLongFunction<Item> fingerprint) {
        Set<Long> distinct = new HashSet<>();
        items.forEach(item -> distinct.add(fingerprint.applyAsLong(item)));
        if (distinct.size() != items.size()) {
            throw new IllegalStateException("two contacts have one fingerprint; the comparison would mean nothing");
        }
    }

    private static long hash(HashFunction function, Item item) {
        Hasher hasher = function.newHasher();
        for (Field<String> field : SyntheticContacts.FIELDS) {
            String text = item.get(field).orElse("");
            hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
        }
        return hasher.hash().asLong();
    }

    private long sum(ToLongFunction<Item> fingerprint) {
        long sum = 0;
        for (Item item : items) {
            sum += fingerprint.applyAsLong(item);
        }
        return sum;
    }

    /**
     * The library.
     *
     * @return a sum of all fingerprints
     */
    @Benchmark
    public long crosstie() {
        return sum(fingerprints::of);
    }

    /**
     * SHA-256.
     *
     * @return a sum of all fingerprints
     */
    @Benchmark
    public long sha256() {
        return sum(item -> hash(Hashing.sha256(), item));
    }

    /**
     * Guava's murmur3.
     *
     * @return a sum of all fingerprints
     */
    @Benchmark
    public long guavaMurmur() {
        return sum(item -> hash(Hashing.murmur3_128(), item));
    }
}
