package io.github.crosstie.benchmarks;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.MergeResult;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
 * The three-way difference of linked contacts, a tenth of them changed on either side: the library's merge beside maps of
 * values that are compared with {@code equals}. Both count the fields that must be written.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MergeBenchmark {

    private static final long SEED = 20_260_102;

    /** Linked contacts. */
    @Param({"1000", "10000"})
    public int links = 1_000;

    private final List<Link> linked = new ArrayList<>();
    private final List<Map<String, String>> bases = new ArrayList<>();
    private final List<Map<String, String>> crms = new ArrayList<>();
    private final List<Map<String, String>> mails = new ArrayList<>();
    private ThreeWayMerge merge = ThreeWayMerge.of(List.of(), Projection.FAITHFUL, Projection.FAITHFUL);

    private record Link(Views base, Views current) {}

    /** Makes the contacts and checks that both ways agree. */
    @Setup
    public void prepare() {
        List<FieldRule> rules = texts().stream()
                .map(field -> new FieldRule(field, field, SyncDirection.BOTH))
                .toList();
        merge = ThreeWayMerge.of(rules, Projection.FAITHFUL, Projection.FAITHFUL);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int link = 0; link < links; link++) {
            Item base = contact(link);
            Item crm = random.nextInt(10) == 0 ? edited(base, random) : base;
            Item mail = random.nextInt(10) == 0 ? edited(base, random) : base;
            linked.add(new Link(new Views(base, base), new Views(crm, mail)));
            bases.add(plain(base));
            crms.add(plain(crm));
            mails.add(plain(mail));
        }
        if (threeWayMerge() != mapsAndEquals()) {
            throw new IllegalStateException("the two differences are not the same; the comparison would mean nothing");
        }
    }

    /**
     * The library.
     *
     * @return how many fields must be written
     */
    @Benchmark
    public int threeWayMerge() {
        int changes = 0;
        for (Link link : linked) {
            MergeResult result = merge.merge(link.base(), link.current(), Side.CRM);
            changes += result.toCrm().size() + result.toMail().size();
        }
        return changes;
    }

    /**
     * What a user would write.
     *
     * @return how many fields must be written
     */
    @Benchmark
    public int mapsAndEquals() {
        int changes = 0;
        for (int link = 0; link < bases.size(); link++) {
            Map<String, String> base = bases.get(link);
            Map<String, String> crm = crms.get(link);
            Map<String, String> mail = mails.get(link);
            Set<String> fields = new HashSet<>(base.keySet());
            fields.addAll(crm.keySet());
            fields.addAll(mail.keySet());
            for (String field : fields) {
                boolean differs = !Objects.equals(crm.get(field), mail.get(field));
                boolean touched = !Objects.equals(crm.get(field), base.get(field))
                        || !Objects.equals(mail.get(field), base.get(field));
                changes += differs && touched ? 1 : 0;
            }
        }
        return changes;
    }

    private static List<Field<?>> texts() {
        return ContactFields.STANDARD.stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .toList();
    }

    private static Item contact(int number) {
        Item.Builder contact = Item.contact();
        texts().forEach(field -> contact.put(field, field + " of contact " + number));
        return contact.build();
    }

    private static Item edited(Item item, RandomGenerator random) {
        Field<?> field = texts().get(random.nextInt(texts().size()));
        return item.toBuilder().put(field, "edited " + random.nextInt(1_000)).build();
    }

    private static Map<String, String> plain(Item item) {
        Map<String, String> values = new HashMap<>();
        item.values().forEach((field, value) -> values.put(field.name(), value.toString()));
        return values;
    }
}
