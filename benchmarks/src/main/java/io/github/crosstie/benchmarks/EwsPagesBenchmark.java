package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.operation.SyncChange;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** Pages of Exchange from bytes to values, and requests from values to text: the library beside JAXB and a tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EwsPagesBenchmark {

    /** Items on a page; the most changes that Exchange tells at a time. */
    @Param("512")
    public int items = 512;

    private static final Set<String> TEXTS = Stream.of(EwsPages.BEFORE_ADDRESSES, List.of("Subject", "Entry"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final DomPages dom = new DomPages();
    private final JaxbPages jaxb = new JaxbPages();
    private byte[] changes = {};
    private byte[] contacts = {};
    private List<String> subjects = List.of();

    /** Makes the pages and checks that all ways read the same. */
    @Setup
    public void prepare() {
        changes = EwsPages.syncPage(items);
        contacts = EwsPages.contactPage(items);
        subjects = IntStream.range(0, items).mapToObj(at -> "person " + at).toList();
        List<SyncChange> told = changesCrosstie();
        List<EwsContact> read = contactsCrosstie();
        if (told.size() != items || !told.equals(changesJaxb()) || !told.equals(changesDom())) {
            throw new IllegalStateException("the ways tell different changes; the comparison would mean nothing");
        }
        if (read.size() != items || !read.equals(contactsJaxb()) || !read.equals(contactsDom())) {
            throw new IllegalStateException("the ways read different contacts; the comparison would mean nothing");
        }
        if (!told(createCrosstie()).equals(told(createJaxb()))) {
            throw new IllegalStateException("the ways write different requests; the comparison would mean nothing");
        }
    }

    /** The names and texts in a document, the envelope around it left out. */
    private static List<String> told(String document) {
        List<String> told = new ArrayList<>();
        tell(XmlInput.of(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))), told);
        return told.subList(told.indexOf("CreateItem"), told.size());
    }

    private static void tell(XmlInput element, List<String> told) {
        told.add(element.name());
        if (TEXTS.contains(element.name())) {
            told.add(element.text());
        } else {
            element.children(child -> tell(child, told));
        }
    }

    /**
     * The library, a page of changes.
     *
     * @return the changes
     */
    @Benchmark
    public List<SyncChange> changesCrosstie() {
        return EwsReading.changes(changes);
    }

    /**
     * JAXB, a page of changes.
     *
     * @return the changes
     */
    @Benchmark
    public List<SyncChange> changesJaxb() {
        return jaxb.changes(changes);
    }

    /**
     * A tree, a page of changes.
     *
     * @return the changes
     */
    @Benchmark
    public List<SyncChange> changesDom() {
        return dom.changes(changes);
    }

    /**
     * The library, a page of contacts.
     *
     * @return the contacts
     */
    @Benchmark
    public List<EwsContact> contactsCrosstie() {
        return EwsReading.contacts(contacts, items);
    }

    /**
     * JAXB, a page of contacts.
     *
     * @return the contacts
     */
    @Benchmark
    public List<EwsContact> contactsJaxb() {
        return jaxb.contacts(contacts);
    }

    /**
     * A tree, a page of contacts.
     *
     * @return the contacts
     */
    @Benchmark
    public List<EwsContact> contactsDom() {
        return dom.contacts(contacts);
    }

    /**
     * The library, a request that creates contacts.
     *
     * @return the request
     */
    @Benchmark
    public String createCrosstie() {
        return Envelope.write(
                RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1), new EwsRequest("CreateItem", this::writeCreate));
    }

    private void writeCreate(XmlOutput out) {
        out.start(Space.MESSAGES, "CreateItem").attribute("SendMeetingInvitations", "SendToNone");
        out.start(Space.MESSAGES, "Items");
        for (String subject : subjects) {
            out.start(Space.TYPES, "Contact").element(Space.TYPES, "Subject", subject);
            for (String element : EwsPages.BEFORE_ADDRESSES) {
                out.element(Space.TYPES, element, element + " of " + subject);
            }
            out.start(Space.TYPES, "PhoneNumbers").start(Space.TYPES, "Entry");
            out.attribute("Key", "MobilePhone")
                    .text("+49 30 " + subject)
                    .end()
                    .end()
                    .end();
        }
        out.end().end();
    }

    /**
     * JAXB, a request that creates contacts.
     *
     * @return the request
     */
    @Benchmark
    public String createJaxb() {
        return jaxb.create(subjects);
    }
}
