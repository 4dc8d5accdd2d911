package io.github.crosstie.plan;

import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.configuration.ChangedAgainstDeletedPolicy;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Plans that the planner makes of random states, readings and settings: every case, every type of value, the same for
 * a seed.
 */
public final class RandomPlans {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T08:00Z");
    private static final String[] TEXTS = {
        "Ada",
        "ada",
        "Ärzte & Söhne",
        "quote \" here",
        "back\\slash",
        "tab\tand\nline",
        "営業",
        "\uD83D\uDE00",
        "null",
        "\u0000"
    };
    private static final String[] ZONES = {"UTC", "Z", "Europe/Berlin", "Asia/Kathmandu", "+05:45", "GMT+2"};

    private final RandomGenerator random;
    private final ItemKind kind;
    private final SyncConfiguration configuration;
    private final ThreeWayMerge merge;
    private final List<StateChange> state = new ArrayList<>();
    private final Map<RecordKey, ReadOutcome> readings = new LinkedHashMap<>();
    private final Set<RecordKey> setAside = new HashSet<>();
    private int names;

    public RandomPlans(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        kind = oneOf(ItemKind.values());
        RecordSettings records = records();
        SyncConfiguration.Builder builder = SyncConfiguration.builder(new ConfigurationId("c"));
        configuration = kind == ItemKind.CONTACT
                ? builder.contacts(builder.build().contacts().withRecords(records))
                        .build()
                : builder.events(builder.build().events().withRecords(records)).build();
        Capabilities able = Capabilities.full(kind).withFields(fields());
        merge = ThreeWayMerge.of(FieldRule.of(records, able, able), Projection.FAITHFUL, Projection.FAITHFUL);
        fill();
    }

    /** The plan. */
    public SyncPlan plan() {
        return plan(state, readings, setAside);
    }

    /** The plan of the same things, told in another order. */
    public SyncPlan planOfShuffled(long seed) {
        Random order = new Random(seed);
        List<StateChange> changes = new ArrayList<>(state);
        Collections.shuffle(changes, order);
        List<RecordKey> keys = new ArrayList<>(readings.keySet());
        Collections.shuffle(keys, order);
        Map<RecordKey, ReadOutcome> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, readings.get(key)));
        return plan(changes, shuffled, new HashSet<>(setAside));
    }

    private SyncPlan plan(List<StateChange> changes, Map<RecordKey, ReadOutcome> read, Set<RecordKey> aside) {
        CollectionState collected = CollectionState.empty();
        collected.apply(changes);
        return Planner.of(key(), configuration, merge).plan(new PlanInput(collected, read, aside, 0, NOW));
    }

    private CollectionKey key() {
        return new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), kind);
    }

    private RecordSettings records() {
        List<FieldMapping> mappings = new ArrayList<>();
        fields().forEach(field -> mappings.add(FieldMapping.same(field)));
        return RecordSettings.builder(kind)
                .direction(oneOf(SyncDirection.BOTH, SyncDirection.BOTH, SyncDirection.CRM_TO_MAIL))
                .fields(mappings)
                .ambiguousMatches(oneOf(AmbiguousMatchPolicy.values()))
                .conflicts(oneOf(ConflictPolicy.values()))
                .changedAgainstDeleted(oneOf(ChangedAgainstDeletedPolicy.values()))
                .deletions(Side.CRM, oneOf(DeletePolicy.values()))
                .deletions(Side.MAIL, oneOf(DeletePolicy.values()))
                .build();
    }

    private List<Field<?>> fields() {
        List<Field<?>> fields =
                new ArrayList<>(kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD);
        for (FieldType type : FieldType.values()) {
            fields.add(new Field<>(kind, "own_" + Spelling.of(type), type));
        }
        return fields;
    }

    private void fill() {
        for (Side side : Side.values()) {
            state.add(new StateChange.SetScope(side, new ScopeIdentity(side + "-scope")));
            if (random.nextInt(4) > 0) {
                state.add(new StateChange.SetCursor(side, new Cursor("place " + oneOf(TEXTS))));
            }
        }
        for (int i = 5 + random.nextInt(10); i > 0; i--) {
            link();
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            createdTwice();
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            unlinked(oneOf(Side.values()), item(), null);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Item both = item();
            unlinked(Side.CRM, both, null);
            unlinked(Side.MAIL, edited(both), null);
        }
    }

    private void link() {
        names++;
        LinkId id = new LinkId("link-" + names);
        Item base = item();
        Half crm = new Half(new ItemId("crm-" + names), version(), base);
        Half mail = new Half(new ItemId("mail-" + names), version(), random.nextInt(4) > 0 ? base : edited(base));
        if (random.nextInt(5) == 0) {
            Side side = oneOf(Side.values());
            CorrelationTag tag = new CorrelationTag("tag-" + names);
            state.add(new StateChange.PutLink(Link.half(id, side, side == Side.CRM ? crm : mail)
                    .attempting(new Attempt(tag, side.other(), base, base))));
            seen(side, side == Side.CRM ? crm : mail, null);
            if (random.nextBoolean()) {
                unlinked(side.other(), base, tag);
            }
            return;
        }
        state.add(new StateChange.PutLink(Link.of(id, crm, mail)));
        if (random.nextInt(3) > 0) {
            seen(Side.CRM, crm, null);
        }
        if (random.nextBoolean() || readings.get(new RecordKey(Side.CRM, crm.id())) instanceof ReadOutcome.Absent) {
            seen(Side.MAIL, mail, null);
        } else if (random.nextInt(20) == 0) {
            setAside.add(new RecordKey(Side.MAIL, mail.id()));
        }
        RecordKey other = new RecordKey(Side.CRM, crm.id());
        if (readings.get(new RecordKey(Side.MAIL, mail.id())) instanceof ReadOutcome.Absent
                && !readings.containsKey(other)) {
            // whoever surveys reads the survivor too
            present(other, crm.base(), null);
        }
    }

    /** A whole link at rest, and a second record of one of its attempts. */
    private void createdTwice() {
        names++;
        Item base = item();
        Half crm = new Half(new ItemId("crm-" + names), version(), base);
        Half mail = new Half(new ItemId("mail-" + names), version(), base);
        CorrelationTag tag = new CorrelationTag("tag-" + names);
        Side side = oneOf(Side.values());
        state.add(new StateChange.PutLink(Link.of(new LinkId("link-" + names), crm, mail)
                .ambiguous(NOW.toInstant().plusSeconds(60))
                .attempting(new Attempt(tag, side, base, base))));
        present(new RecordKey(side, side == Side.CRM ? crm.id() : mail.id()), base, null);
        unlinked(side, random.nextBoolean() ? base : edited(base), tag);
    }

    private void seen(Side side, Half half, CorrelationTag tag) {
        RecordKey key = new RecordKey(side, half.id());
        switch (random.nextInt(6)) {
            case 0 -> absent(key);
            case 1 -> present(key, half.base(), tag);
            default -> present(key, edited(half.base()), tag);
        }
    }

    private void unlinked(Side side, Item item, CorrelationTag tag) {
        names++;
        RecordKey key = new RecordKey(side, new ItemId("new-" + names + oneOf("", " ü\"", "/+=")));
        if (random.nextInt(8) == 0) {
            absent(key);
        } else {
            present(key, item, tag);
        }
        if (random.nextInt(10) == 0) {
            state.add(new StateChange.Detach(key));
        }
    }

    private void absent(RecordKey key) {
        state.add(new StateChange.Observe(Observation.removed(key, oneOf(Removal.values()))));
        readings.put(key, new ReadOutcome.Absent(key.id(), oneOf(Removal.DELETED, Removal.DELETED, Removal.UNKNOWN)));
    }

    private void present(RecordKey key, Item item, CorrelationTag tag) {
        state.add(new StateChange.Observe(
                random.nextInt(6) == 0
                        ? Observation.removed(key, Removal.DELETED)
                        : Observation.seen(key, random.nextBoolean() ? version() : null)));
        readings.put(
                key,
                random.nextInt(15) == 0
                        ? new ReadOutcome.Unreadable(key.id(), "broken " + oneOf(TEXTS))
                        : new ReadOutcome.Found(new RemoteItem(key.id(), version(), item).withTag(tag)));
    }

    private ItemVersion version() {
        return new ItemVersion("v" + random.nextInt(1000));
    }

    private Item item() {
        names++;
        Item.Builder item = Item.builder(kind);
        for (Field<?> field : fields()) {
            if (random.nextInt(3) == 0 && !isOfMeetings(field)) {
                item.put(field, value(field));
            }
        }
        return kind == ItemKind.CONTACT
                ? item.set(ContactFields.SURNAME, "N" + names).build()
                : item.set(EventFields.SUBJECT, "S" + names).build();
    }

    private static boolean isOfMeetings(Field<?> field) {
        return field.equals(EventFields.ORGANIZER)
                || field.equals(EventFields.RESPONSES)
                || EventFields.ATTENDEES.contains(field);
    }

    private Item edited(Item item) {
        List<Field<?>> fields = fields();
        Field<?> field = fields.get(random.nextInt(fields.size()));
        return isOfMeetings(field) && random.nextInt(4) > 0
                ? item
                : item.toBuilder()
                        .put(field, random.nextInt(4) == 0 ? null : value(field))
                        .build();
    }

    private Object value(Field<?> field) {
        return switch (field.type()) {
            case TEXT -> oneOf(TEXTS) + random.nextInt(10);
            case DATE -> LocalDate.of(1 + random.nextInt(12_000), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case EVENT_TIME -> time();
            case SENSITIVITY -> oneOf(Sensitivity.NORMAL, Sensitivity.PERSONAL);
            case RECURRENCE ->
                oneOf(Recurrence.daily(), Recurrence.parse("FREQ=MONTHLY;COUNT=7;BYDAY=-1FR")).toBuilder()
                        .interval(1 + random.nextInt(5))
                        .build();
            case CANCELLED_OCCURRENCES -> CancelledOccurrences.of(start(), start());
            case OCCURRENCE_EXCEPTIONS ->
                OccurrenceExceptions.of(
                                start(),
                                Item.event()
                                        .set(EventFields.SUBJECT, oneOf(TEXTS))
                                        .build())
                        .with(
                                start(),
                                OccurrenceException.of(Item.event()
                                                .set(EventFields.TIME, time())
                                                .build())
                                        .with(EventFields.LOCATION, null));
            case TEXT_SET -> Set.of(oneOf(TEXTS) + 1, oneOf(TEXTS) + 2, oneOf(TEXTS) + 3);
        };
    }

    private OriginalStart start() {
        return OriginalStart.of(time());
    }

    private EventTime time() {
        if (random.nextInt(3) == 0) {
            LocalDate first = NOW.toLocalDate().plusDays(random.nextInt(60));
            return new EventTime.AllDay(first, first.plusDays(1 + random.nextInt(3)));
        }
        ZonedDateTime start = NOW.plusHours(random.nextInt(10_000))
                .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000))
                .withZoneSameInstant(zone());
        return new EventTime.Timed(start, start.plusMinutes(random.nextInt(300)).withZoneSameInstant(zone()));
    }

    private ZoneId zone() {
        String id = oneOf(ZONES);
        return id.equals("Z") ? ZoneOffset.UTC : ZoneId.of(id);
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
