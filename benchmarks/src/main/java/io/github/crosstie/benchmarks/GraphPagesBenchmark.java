package io.github.crosstie.benchmarks;

import io.github.crosstie.graph.internal.item.ContactMapping;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.DeltaEntry;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.ItemKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
 * Pages of Graph from bytes to values: the library over each of its transports, beside the model objects of the vendor's
 * client. The transports answer from memory, so what they cost is in the time and the network is not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GraphPagesBenchmark {

    private static final GraphCall CALENDAR =
            Delta.ofCalendar(new CalendarWindow(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 6, 1)));

    /** Items on a page. */
    @Param("500")
    public int items = 500;

    private final EventMapping eventMapping = new EventMapping(WindowsZones.standard(), ZoneOffset.UTC);
    private final ContactMapping contactMapping = new ContactMapping();
    private final GraphCall listing =
            contactMapping.asking(new Items(ItemKind.CONTACT).list(new Place("folder", "folder")));
    private byte[] events = {};
    private byte[] contacts = {};
    private GraphReading leanEvents = GraphReading.lean(events);
    private GraphReading leanContacts = leanEvents;
    private GraphReading adapterEvents = leanEvents;
    private GraphReading adapterContacts = leanEvents;

    /** Makes the pages and checks that all ways read the same. */
    @Setup
    public void prepare() {
        events = GraphPages.events(items);
        contacts = GraphPages.contacts(items);
        leanEvents = GraphReading.lean(events);
        leanContacts = GraphReading.lean(contacts);
        adapterEvents = GraphReading.adapter(events);
        adapterContacts = GraphReading.adapter(contacts);
        List<ItemRecord> readEvents = eventsCrosstie();
        List<ItemRecord> readContacts = contactsCrosstie();
        require(readEvents.size() == items && readContacts.size() == items, "the pages are not read whole");
        require(changesCrosstie().size() == items, "not every change is told");
        require(readEvents.equals(eventsOverAdapter()), "the transports read different events");
        require(readContacts.equals(contactsOverAdapter()), "the transports read different contacts");
        require(
                readEvents.stream().map(GraphEvent::of).toList().equals(eventsModels()),
                "the model objects hold different events");
        require(
                readContacts.stream().map(GraphContact::of).toList().equals(contactsModels()),
                "the model objects hold different contacts");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise + "; the comparison would mean nothing");
        }
    }

    /**
     * The library over the JDK's client, a page of changes with all that it tells of the events.
     *
     * @return the events
     */
    @Benchmark
    public List<ItemRecord> eventsCrosstie() {
        return leanEvents.items(CALENDAR, eventMapping);
    }

    /**
     * The library over the vendor's request adapter, the same page.
     *
     * @return the events
     */
    @Benchmark
    public List<ItemRecord> eventsOverAdapter() {
        return adapterEvents.items(CALENDAR, eventMapping);
    }

    /**
     * The vendor's model objects, the same page; the wire left out.
     *
     * @return the events
     */
    @Benchmark
    public List<GraphEvent> eventsModels() {
        return SdkPages.events(events);
    }

    /**
     * The library over the JDK's client, what a round takes of the same page: which events are there, and in which
     * version.
     *
     * @return the changes
     */
    @Benchmark
    public List<DeltaEntry> changesCrosstie() {
        return leanEvents.changes(CALENDAR, items);
    }

    /**
     * The library over the JDK's client, a page of contacts.
     *
     * @return the contacts
     */
    @Benchmark
    public List<ItemRecord> contactsCrosstie() {
        return leanContacts.items(listing, contactMapping);
    }

    /**
     * The library over the vendor's request adapter, the same page.
     *
     * @return the contacts
     */
    @Benchmark
    public List<ItemRecord> contactsOverAdapter() {
        return adapterContacts.items(listing, contactMapping);
    }

    /**
     * The vendor's model objects, the same page; the wire left out.
     *
     * @return the contacts
     */
    @Benchmark
    public List<GraphContact> contactsModels() {
        return SdkPages.contacts(contacts);
    }
}
