package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.item.ItemId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.MappingStyle;
import org.javers.core.diff.Diff;
import org.javers.core.diff.changetype.NewObject;
import org.javers.core.diff.changetype.ObjectRemoved;
import org.javers.core.diff.changetype.ValueChange;
import org.javers.core.metamodel.annotation.Id;
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
 * One listing of contacts against what is known of them, as {@link ListingDiffBenchmark} has it, beside JaVers, which compares lists
 * of objects with twelve texts; at sizes that JaVers can do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JaversDiffBenchmark {

    /** Linked contacts. */
    @Param({"1000", "10000"})
    public int links = 1_000;

    /** Without the single fields of new and removed contacts, which nobody else tells either. */
    private final Javers javers = JaversBuilder.javers()
            .withMappingStyle(MappingStyle.FIELD)
            .withInitialChanges(false)
            .withTerminalChanges(false)
            .build();

    private final ListingDiffBenchmark.Indexed index = new ListingDiffBenchmark.Indexed();
    private final ListingDiffBenchmark.Hashed map = new ListingDiffBenchmark.Hashed();
    private final ListingDiffBenchmark listing = new ListingDiffBenchmark();
    private List<Contact> known = List.of();
    private List<Contact> now = List.of();

    /** A contact as JaVers wants it. */
    @SuppressWarnings("UnusedVariable") // JaVers reads the fields by reflection
    static final class Contact {

        @Id
        private final String id;

        private final String givenName;
        private final String surname;
        private final String emailAddress;
        private final String companyName;
        private final String jobTitle;
        private final String department;
        private final String businessPhone;
        private final String mobilePhone;
        private final String businessStreet;
        private final String businessCity;
        private final String businessPostalCode;
        private final String businessCountry;

        Contact(RecordSnapshot record) {
            id = record.id().value();
            Iterator<String> texts = SyntheticContacts.FIELDS.stream()
                    .map(field ->
                            Objects.requireNonNull(record.item()).get(field).orElse(""))
                    .iterator();
            givenName = texts.next();
            surname = texts.next();
            emailAddress = texts.next();
            companyName = texts.next();
            jobTitle = texts.next();
            department = texts.next();
            businessPhone = texts.next();
            mobilePhone = texts.next();
            businessStreet = texts.next();
            businessCity = texts.next();
            businessPostalCode = texts.next();
            businessCountry = texts.next();
        }
    }

    /** Makes contacts and listing, and checks that all ways agree. */
    @Setup
    public void prepare() {
        listing.links = links;
        listing.list();
        index.prepare(listing);
        map.prepare(listing);
        List<Contact> contacts = new ArrayList<>();
        for (int link = 0; link < links; link++) {
            contacts.add(new Contact(listing.contacts().known(link)));
        }
        known = contacts;
        now = listing.listed().stream().map(Contact::new).toList();
        found(difference()).requireEqual(listing.contacts().found(), "JaVers");
    }

    private Diff difference() {
        return javers.compareCollections(known, now, Contact.class);
    }

    private static Found found(Diff difference) {
        Found found = new Found();
        difference.getChanges().forEach(change -> {
            ItemId id = new ItemId(String.valueOf(change.getAffectedLocalId()));
            if (change instanceof NewObject) {
                found.isNew(id);
            } else if (change instanceof ObjectRemoved) {
                found.isGone(id);
            } else if (change instanceof ValueChange) {
                found.isChanged(id);
            }
        });
        return found;
    }

    /**
     * The library.
     *
     * @return what differs
     */
    @Benchmark
    public Object crosstie() {
        return listing.crosstie(index);
    }

    /**
     * The JDK's map, and items compared with {@code equals}.
     *
     * @return what differs
     */
    @Benchmark
    public Object hashMap() {
        return listing.hashMap(map);
    }

    /**
     * JaVers.
     *
     * @return what differs
     */
    @Benchmark
    public Object javers() {
        return difference();
    }
}
