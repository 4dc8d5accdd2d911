package io.github.crosstie.store.jdbc;

import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.AwaitedEcho;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.FormerId;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Release;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StopReason;
import io.github.crosstie.state.Tombstone;
import io.github.crosstie.state.Uncertainty;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Any record of a collection's state, of few ids, so that they meet. */
final class RandomState extends RandomItems {

    RandomState(RandomGenerator random) {
        super(random);
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return sometimes() ? null : value.get();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> all = new ArrayList<>();
        for (int size = random.nextInt(3); size > 0; size--) {
            all.add(value.get());
        }
        return all;
    }

    Side side() {
        return oneOf(Side.class);
    }

    /** One of few. */
    ItemId id() {
        return new ItemId(oneOf(TEXTS));
    }

    LinkId link() {
        return new LinkId("link \u0000'" + random.nextInt(6));
    }

    private ItemVersion version() {
        return new ItemVersion(text());
    }

    Instant moment() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(50), random.nextInt(3));
    }

    RecordKey record() {
        return new RecordKey(side(), id());
    }

    private CorrelationTag tag() {
        return new CorrelationTag("v1/" + random.nextInt(1_000_000));
    }

    private ItemKind kind() {
        return oneOf(ItemKind.class);
    }

    private Half half() {
        return new Half(id(), maybe(this::version), item(kind()));
    }

    private Attempt attempt() {
        return new Attempt(tag(), side(), item(kind()), item(kind()));
    }

    Link anyLink() {
        Half crm = half();
        Half mail = half();
        boolean isCrm = sometimes();
        boolean isMail = !isCrm && sometimes();
        Uncertainty uncertainty = sometimes()
                ? new Uncertainty(
                        maybe(this::moment), some(this::attempt), some(() -> new LateWrite(intent(), moment())))
                : Uncertainty.NONE;
        return new Link(
                link(), isMail ? null : crm, isCrm ? null : mail, random.nextInt(3), some(this::attempt), uncertainty);
    }

    Tombstone tombstone() {
        return new Tombstone(link(), some(this::attempt), moment());
    }

    Hint hint() {
        Hint.Reason reason = oneOf(Hint.Reason.class);
        return switch (random.nextInt(3)) {
            case 0 -> new Hint(link(), id(), id(), reason, null);
            case 1 -> new Hint(link(), id(), null, reason, item(kind()));
            default -> new Hint(link(), null, id(), reason, item(kind()));
        };
    }

    Intent intent() {
        return switch (random.nextInt(4)) {
            case 0 -> new Intent.Create(link(), side(), tag());
            case 1 -> new Intent.Update(link(), side(), some(this::change), some(this::conflict));
            case 2 -> new Intent.Delete(link(), side(), some(this::conflict));
            default -> new Intent.RemoveDuplicate(link(), side(), id(), some(this::conflict));
        };
    }

    private FieldChange change() {
        Field<?> field = field(kind());
        Field<?> source = field(kind());
        return new FieldChange(
                field,
                maybe(() -> value(field.type())),
                maybe(() -> value(field.type())),
                maybe(() -> value(field.type())),
                source,
                maybe(() -> value(source.type())));
    }

    private FieldConflict conflict() {
        Field<?> field = field(kind());
        return new FieldConflict(
                side(),
                field,
                maybe(() -> value(field.type())),
                maybe(() -> value(field.type())),
                maybe(() -> value(field.type())));
    }

    JournalEntry entry() {
        return new JournalEntry(moment(), id(), id(), conflict());
    }

    Observation observation() {
        return new Observation(
                record(),
                maybe(this::version),
                maybe(() -> oneOf(Removal.class)),
                maybe(() -> new Waiting(new TreeSet<>(some(this::text)), maybe(this::moment))),
                maybe(this::moment));
    }

    AwaitedEcho echo() {
        return new AwaitedEcho(record(), moment(), sometimes());
    }

    QuarantineEntry quarantine() {
        return new QuarantineEntry(
                record(),
                maybe(this::version),
                maybe(this::record),
                maybe(this::version),
                oneOf(QuarantineReason.class),
                text(),
                text(),
                1 + random.nextInt(9),
                moment());
    }

    DeletionLine deletion() {
        return new DeletionLine(link(), side(), moment());
    }

    FormerId formerId() {
        return new FormerId(link(), id());
    }

    Pause pause() {
        return new Pause(oneOf(PauseReason.class), moment(), 1 + random.nextInt(9), text());
    }

    MoveOrigin move() {
        return new MoveOrigin(new ScopeIdentity(text()), moment());
    }

    LastRound round() {
        return new LastRound(moment(), maybe(() -> oneOf(StopReason.class)), maybe(this::moment));
    }

    private ReleaseToken token() {
        return new ReleaseToken(text());
    }

    Hold hold() {
        TreeMap<LinkId, Hold.Entry> entries = new TreeMap<>();
        some(this::heldDeletion).forEach(held -> entries.put(held.link(), new Hold.Entry(held, random.nextInt(5))));
        return new Hold(
                entries,
                some(() -> new Hold.Offer(random.nextInt(5), token(), random.nextInt(5))),
                maybe(() -> new Release(token(), random.nextInt(5), random.nextInt(5), moment())),
                some(this::token));
    }

    private HeldDeletion heldDeletion() {
        return new HeldDeletion(link(), id(), id(), side(), version(), text(), moment());
    }

    ScopeSettings settings() {
        return new ScopeSettings(
                ItemKind.CONTACT,
                oneOf(List.of(SyncDirection.BOTH, SyncDirection.OFF)),
                sometimes() ? List.of(FieldMapping.same(ContactFields.NOTES)) : List.of(),
                sometimes() ? List.of(filter()) : List.of(),
                EventWindow.DEFAULT,
                oneOf(PrivateEventPolicy.class));
    }

    private Filter filter() {
        Field<?> field = new Field<>(ItemKind.CONTACT, "own", oneOf(FieldType.class));
        return field.type() == FieldType.TEXT
                ? new Filter(side(), field, Filter.Operator.IN, Set.of(text(), "always"))
                : new Filter(side(), field, Filter.Operator.PRESENT, Set.of());
    }
}
