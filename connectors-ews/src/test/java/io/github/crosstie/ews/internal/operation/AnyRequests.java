package io.github.crosstie.ews.internal.operation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.crosstie.ews.internal.operation.ItemShape.Base;
import io.github.crosstie.ews.internal.operation.ItemShape.BodyType;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.Space;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends one request of each operation, with values of all sorts. */
final class AnyRequests {

    private static final Clock CLOCK = ScriptedChannel.CLOCK;
    private static final List<String> TEXTS = List.of(
            "plain", "<&>\"'", "\u0005\u0000\uFFFE", "Zoë \uD83D\uDE00", " \t\r\n ", "]]>", "\uD83D", "x".repeat(5000));

    private final RandomGenerator random;

    AnyRequests(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    void sendAll(EwsChannel channel) {
        send(() ->
                new SyncFolderItems(channel, CLOCK).next(folder(), maybeText(), random.nextInt(1, 513), change -> {}));
        send(() -> new GetItem(channel, CLOCK).get(listOf(this::item), shape(), 100, item -> ""));
        send(() -> new CreateItem(channel).create(folder(), any(MeetingMessages.values()), listOf(this::newItem)));
        send(() -> new UpdateItem(channel).update(any(MeetingMessages.values()), listOf(this::change)));
        send(() -> new DeleteItem(channel).delete(any(MeetingMessages.values()), listOf(this::item)));
        send(() -> new FindItem(channel, CLOCK).find(folder(), shape(), restriction(), item -> "", found -> {}));
        send(() -> new GetFolder(channel, CLOCK).get(listOf(this::folder)));
        send(() -> new FindFolder(channel, CLOCK).find(folder(), maybeText(), properties()));
        send(() -> new CreateFolder(channel, CLOCK).create(folder(), newFolder()));
        send(() -> new DeleteFolder(channel).delete(listOf(this::folder)));
        send(() -> new ResolveNames(channel, CLOCK).resolve("smtp:" + text()));
        send(() -> new ConvertId(channel, CLOCK)
                .convert(
                        listOf(this::text),
                        any(ConvertId.Format.values()),
                        any(ConvertId.Format.values()),
                        "anna@acme.example"));
        send(() -> new Subscribe(channel, CLOCK).subscribe(listOf(this::folder)));
        send(() -> new GetStreamingEvents(channel, CLOCK)
                .listen(listOf(() -> "s" + random.nextInt()), random.nextInt(1, 31), hint -> {}));
        send(() -> new FindFolder(channel, CLOCK).below(folder()));
        send(() -> new FindItem(channel, CLOCK)
                .look(
                        listOf(this::folder),
                        shape(),
                        new Restriction(PropertyPath.tagged("0x300B", "Binary"), List.of("AAEC")),
                        item -> ""));
    }

    private static void send(Runnable request) {
        assertThatExceptionOfType(Unanswered.class).isThrownBy(request::run);
    }

    private FolderReference folder() {
        return switch (random.nextInt(4)) {
            case 0 -> FolderReference.distinguished(any("calendar", "contacts", "msgfolderroot", "root"));
            case 1 -> new FolderReference.Distinguished("contacts", "o'hara@acme.example");
            case 2 -> FolderKey.of(text());
            default -> new FolderKey(text(), text());
        };
    }

    private ItemReference item() {
        return switch (random.nextInt(5)) {
            case 0 -> ItemKey.of(text());
            case 1 -> new ItemReference.MasterOf(text());
            case 2 -> new ItemReference.Occurrence(text(), maybeText(), random.nextInt(1, 999));
            default -> new ItemKey(text(), text());
        };
    }

    private ItemShape shape() {
        return new ItemShape(
                any(Base.values()),
                random.nextBoolean() ? null : any(BodyType.values()),
                random.nextBoolean() ? null : random.nextInt(1, 1_000_000),
                properties());
    }

    private List<PropertyPath> properties() {
        return Stream.generate(this::property).limit(random.nextInt(4)).toList();
    }

    private PropertyPath property() {
        return switch (random.nextInt(5)) {
            case 0 -> PropertyPath.field(any("item:Subject", "calendar:Start", "contacts:JobTitle"));
            case 1 -> PropertyPath.indexed("contacts:PhoneNumber", any("MobilePhone", "BusinessPhone2"));
            case 2 -> PropertyPath.named("c11ff724-aa03-4555-9952-8fa248a11c3e", text(), "String");
            case 3 -> PropertyPath.numbered(any("Address", "Common", "Appointment"), random.nextInt(), "Integer");
            default -> PropertyPath.tagged(any("0x3A45", "0x1000"), any("String", "StringArray", "SystemTime"));
        };
    }

    private @Nullable Restriction restriction() {
        return random.nextInt(4) == 0 ? null : new Restriction(property(), listOf(this::text));
    }

    private NewItem newItem() {
        String subject = text();
        return new NewItem(any("Contact", "CalendarItem"), out -> out.element(Space.TYPES, "Subject", subject));
    }

    private ItemChange change() {
        return new ItemChange(item(), any("Contact", "CalendarItem"), listOf(this::propertyChange));
    }

    private PropertyChange propertyChange() {
        String subject = text();
        return random.nextBoolean()
                ? new PropertyChange.Delete(property())
                : new PropertyChange.Set(property(), out -> out.element(Space.TYPES, "Subject", subject));
    }

    private NewFolder newFolder() {
        Map<PropertyPath, String> extended = random.nextBoolean()
                ? Map.of()
                : Map.of(PropertyPath.named("c11ff724-aa03-4555-9952-8fa248a11c3e", "Stamp", "String"), text());
        return new NewFolder(any(NewFolder.Kind.values()), text(), extended);
    }

    private @Nullable String maybeText() {
        return random.nextBoolean() ? null : text();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt();
    }

    private <T> List<T> listOf(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(1, 5)).toList();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** What the channel throws in place of an answer. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
