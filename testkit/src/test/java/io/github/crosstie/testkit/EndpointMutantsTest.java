package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The contract of endpoints goes red for an endpoint that")
class EndpointMutantsTest {

    @TestFactory
    Stream<DynamicTest> goesRed() {
        return Stream.of(
                caught(IgnoresTheVersion.class, "refuses an update and a deletion of a stale version"),
                caught(FoldsTheCaseOfIds.class, "A14: takes an id that differs by case only for another id"),
                caught(FoldsTheCaseOfMarks.class, "G4: keeps marks apart that differ by case only"),
                caught(CutsMarks.class, "G4: keeps the longest tag whole"),
                caught(StripsMarks.class, "G4: keeps marks apart that differ by case only"),
                caught(ForgetsAChange.class, "goes on from a cursor with what changed since"),
                caught(ForgetsDeletions.class, "goes on from a cursor with what changed since"),
                caught(MissesChangesWhileListing.class, "misses no change that is made while it lists"),
                caught(EndsAfterOnePage.class, "lists everything, page by page, without a cursor"),
                caught(RemembersThePlaceItself.class, "loses nothing when a page of changes is asked for again"),
                caught(KeepsItsCursorsInMemory.class, "takes a cursor back as the text that it is"),
                caught(TakesExpiredCursors.class, "F5: refuses an expired cursor openly"),
                caught(ErasesOtherFields.class, "S4: changes the named fields alone"),
                caught(NeverClears.class, "S4: clears a field that is named with null"),
                caught(FlattensWhatNoFieldHolds.class, "S4: leaves alone what no field holds"),
                caught(HoldsLessThanItSays.class, "holds of an awkward text what it said it would hold"),
                caught(ProjectsFurtherEachTime.class, "projects twice as it projects once"),
                caught(KeepsTheVersion.class, "gives another version with every save"),
                caught(AnswersBackwards.class, "answers the writes of a batch in their order"),
                caught(StopsAtTheFirstFailure.class, "one failing write does not keep the others of its batch back"),
                caught(CallsGoneAConflict.class, "says gone to a write of a deleted record"),
                caught(HidesTheEarlierMark.class, "G4: says which mark a record carries"),
                caught(PutsOffToYesterday.class, "says until when it puts a write off"),
                caught(MakesDaysHours.class, "S5: stays all-day, by date"),
                caught(LosesTheZone.class, "S5: keeps its instants and its zone"));
    }

    private static DynamicTest caught(Class<?> mutant, String by) {
        return dynamicTest(
                mutant.getSimpleName() + ": " + by,
                () -> assertThat(ContractRun.of(mutant).failed().keySet())
                        .as("tests that fail")
                        .anyMatch(name -> name.startsWith(by)));
    }

    @Test
    @DisplayName("… and stays green, with nothing skipped, for one that keeps every promise")
    void staysGreenForASoundOne() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).isGreaterThan(30);
    }

    @Test
    @DisplayName("… and says why it skips what does not concern one that can do little")
    void saysWhyItSkips() {
        ContractRun run = ContractRun.of(Plain.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped())
                .hasSizeGreaterThan(4)
                .allSatisfy((test, reason) ->
                        assertThat(reason).as(test).containsAnyOf("the test cannot", "in this test", "the endpoint"));
    }

    static final class Sound extends Spoiled {}

    /** A sound endpoint, spoiled by its subclasses. */
    private abstract static class Spoiled extends InMemoryContract {
        Spoiled() {
            this(ItemKind.CONTACT);
        }

        Spoiled(ItemKind kind) {
            super(
                    kind,
                    mailbox()
                            .pageSize(1)
                            .idempotentCreates()
                            .capabilities(kind, Capabilities.full(kind).withFields(declared(kind))));
        }

        /** All but one, for people alone. */
        private static List<Field<?>> declared(ItemKind kind) {
            List<Field<?>> fields = new ArrayList<>(kind == ItemKind.CONTACT ? ContactFields.ALL : EventFields.ALL);
            fields.remove(kind == ItemKind.CONTACT ? ContactFields.DEPARTMENT : EventFields.LOCATION);
            return fields;
        }

        Endpoint spoiled(Endpoint sound) {
            return sound;
        }

        @Override
        protected Endpoint open() {
            return spoiled(super.open());
        }

        @Override
        protected @Nullable Endpoint openAgain() {
            return open();
        }
    }

    /** A contract of which nothing but the one method is implemented. */
    static class Plain extends EndpointContract {
        private final InMemoryContract account = new Sound();

        @Override
        protected Endpoint open() {
            return account.open();
        }
    }

    static final class IgnoresTheVersion extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                Write one(Write write) {
                    if (write instanceof Write.Update update) {
                        return new Write.Update(
                                update.id(), present(update.id(), update.expectedVersion()), update.fields());
                    }
                    return write instanceof Write.Delete delete
                            ? new Write.Delete(delete.id(), present(delete.id(), delete.expectedVersion()))
                            : write;
                }

                private ItemVersion present(ItemId id, ItemVersion otherwise) {
                    return sound.read(List.of(id)).get(0) instanceof ReadOutcome.Found found
                            ? found.record().version()
                            : otherwise;
                }
            };
        }
    }

    static final class FoldsTheCaseOfIds extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<ReadOutcome> read(Collection<ItemId> ids) {
                    return sound.read(ids.stream()
                            .map(id -> new ItemId(id.value().toUpperCase(Locale.ROOT)))
                            .toList());
                }
            };
        }
    }

    static final class FoldsTheCaseOfMarks extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private final List<CorrelationTag> known = new ArrayList<>();

                @Override
                Write one(Write write) {
                    if (write instanceof Write.Create create) {
                        known.add(create.tag());
                    }
                    return write;
                }

                @Override
                public List<Tagged> find(Collection<CorrelationTag> tags) {
                    List<CorrelationTag> alike = known.stream()
                            .filter(tag -> tags.stream()
                                    .anyMatch(wanted -> wanted.value().equalsIgnoreCase(tag.value())))
                            .toList();
                    return sound.find(alike);
                }
            };
        }
    }

    /** Stores and looks up marks in another form. */
    private abstract static class ChangesMarks extends Spoiled {
        abstract String changed(String mark);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private CorrelationTag stored(CorrelationTag tag) {
                    return new CorrelationTag(changed(tag.value()));
                }

                @Override
                Write one(Write write) {
                    return write instanceof Write.Create create
                            ? new Write.Create(stored(create.tag()), create.idempotencyKey(), create.item())
                            : write;
                }

                @Override
                public List<Tagged> find(Collection<CorrelationTag> tags) {
                    return sound.find(tags.stream().map(this::stored).toList());
                }
            };
        }
    }

    static final class CutsMarks extends ChangesMarks {
        @Override
        String changed(String mark) {
            return mark.substring(0, Math.min(128, mark.length()));
        }
    }

    static final class StripsMarks extends ChangesMarks {
        @Override
        String changed(String mark) {
            return mark.replaceAll("[^A-Za-z0-9/ -]", "_");
        }
    }

    /** Tells less than there is. */
    private abstract static class ChangesPages extends Spoiled {
        abstract List<Change> told(List<Change> changes, boolean listing);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor);
                    return new ChangePage(
                            told(page.changes(), cursor == null), page.next(), page.more(), page.complete());
                }
            };
        }
    }

    static final class ForgetsAChange extends ChangesPages {
        @Override
        List<Change> told(List<Change> changes, boolean listing) {
            return listing || changes.isEmpty() ? changes : changes.subList(1, changes.size());
        }
    }

    static final class ForgetsDeletions extends ChangesPages {
        @Override
        List<Change> told(List<Change> changes, boolean listing) {
            return changes.stream().filter(Change.Upserted.class::isInstance).toList();
        }
    }

    static final class MissesChangesWhileListing extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private boolean listing;

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    listing |= cursor == null;
                    ChangePage page = sound.changes(cursor);
                    if (!listing || page.more()) {
                        return page;
                    }
                    listing = false;
                    Cursor newest = page.next();
                    for (ChangePage last = sound.changes(newest); ; last = sound.changes(newest)) {
                        newest = last.next();
                        if (!last.more()) {
                            return new ChangePage(page.changes(), newest, false, page.complete());
                        }
                    }
                }
            };
        }
    }

    static final class EndsAfterOnePage extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor);
                    return cursor == null ? new ChangePage(page.changes(), page.next(), false, true) : page;
                }
            };
        }
    }

    static final class RemembersThePlaceItself extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private @Nullable Cursor place;

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor == null ? null : place);
                    place = page.next();
                    return page;
                }
            };
        }
    }

    static final class KeepsItsCursorsInMemory extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private final Map<String, Cursor> given = new HashMap<>();

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    Cursor known = cursor == null
                            ? null
                            : Objects.requireNonNull(given.get(cursor.value()), "a cursor of mine");
                    ChangePage page = sound.changes(known);
                    String name = "cursor-" + given.size();
                    given.put(name, page.next());
                    return new ChangePage(page.changes(), new Cursor(name), page.more(), page.complete());
                }
            };
        }
    }

    static final class TakesExpiredCursors extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    try {
                        return sound.changes(cursor);
                    } catch (CursorExpiredException expired) {
                        return sound.changes(null);
                    }
                }
            };
        }
    }

    /** Writes other fields than it is told. */
    private abstract static class ChangesUpdates extends Spoiled {
        abstract Map<Field<?>, @Nullable Object> written(Item present, Map<Field<?>, @Nullable Object> fields);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                Write one(Write write) {
                    if (write instanceof Write.Update update
                            && sound.read(List.of(update.id())).get(0) instanceof ReadOutcome.Found found) {
                        Map<Field<?>, @Nullable Object> fields =
                                written(found.record().item(), update.fields());
                        return new Write.Update(update.id(), update.expectedVersion(), fields);
                    }
                    return write;
                }
            };
        }
    }

    static final class ErasesOtherFields extends ChangesUpdates {
        @Override
        Map<Field<?>, @Nullable Object> written(Item present, Map<Field<?>, @Nullable Object> fields) {
            Map<Field<?>, @Nullable Object> all = new TreeMap<>(fields);
            present.values().keySet().forEach(field -> all.putIfAbsent(field, null));
            return all;
        }
    }

    static final class NeverClears extends ChangesUpdates {
        @Override
        Map<Field<?>, @Nullable Object> written(Item present, Map<Field<?>, @Nullable Object> fields) {
            Map<Field<?>, @Nullable Object> kept = new TreeMap<>(fields);
            kept.replaceAll((field, value) -> value == null ? present.value(field) : value);
            return kept;
        }
    }

    static final class FlattensWhatNoFieldHolds extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                Write one(Write write) {
                    if (write instanceof Write.Update) {
                        flatten();
                    }
                    return write;
                }
            };
        }
    }

    static final class HoldsLessThanItSays extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                Write one(Write write) {
                    if (!(write instanceof Write.Create create)) {
                        return write;
                    }
                    Item.Builder held = Item.of(kind());
                    create.item()
                            .values()
                            .forEach((field, value) ->
                                    held.put(field, value instanceof String text ? text.strip() : value));
                    return new Write.Create(create.tag(), create.idempotencyKey(), held.build());
                }
            };
        }
    }

    static final class ProjectsFurtherEachTime extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public @Nullable Object project(Field<?> field, Object value) {
                    return field.equals(ContactFields.NOTES) ? value + "." : value;
                }
            };
        }
    }

    static final class KeepsTheVersion extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    return sound.write(writes).stream()
                            .map(outcome -> outcome instanceof WriteOutcome.Written written
                                    ? new WriteOutcome.Written(written.id(), new ItemVersion("same"), written.tag())
                                    : outcome)
                            .toList();
                }
            };
        }
    }

    static final class AnswersBackwards extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    List<WriteOutcome> outcomes = new ArrayList<>(sound.write(writes));
                    Collections.reverse(outcomes);
                    return outcomes;
                }
            };
        }
    }

    static final class StopsAtTheFirstFailure extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    List<WriteOutcome> outcomes = new ArrayList<>();
                    for (Write write : writes) {
                        boolean failed = outcomes.stream().anyMatch(WriteOutcome.Gone.class::isInstance);
                        outcomes.add(
                                failed
                                        ? new WriteOutcome.Gone()
                                        : sound.write(List.of(write)).get(0));
                    }
                    return outcomes;
                }
            };
        }
    }

    static final class CallsGoneAConflict extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    return sound.write(writes).stream()
                            .map(outcome ->
                                    outcome instanceof WriteOutcome.Gone ? new WriteOutcome.Conflict() : outcome)
                            .toList();
                }
            };
        }
    }

    static final class HidesTheEarlierMark extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    return sound.write(writes).stream()
                            .map(outcome -> outcome instanceof WriteOutcome.Written written
                                    ? new WriteOutcome.Written(written.id(), written.version())
                                    : outcome)
                            .toList();
                }
            };
        }
    }

    static final class PutsOffToYesterday extends Spoiled {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    return sound.write(writes).stream()
                            .map(outcome -> outcome instanceof WriteOutcome.Deferred
                                    ? new WriteOutcome.Deferred(Instant.EPOCH)
                                    : outcome)
                            .toList();
                }
            };
        }
    }

    /** Holds times in another form. */
    private abstract static class ChangesTimes extends Spoiled {
        ChangesTimes() {
            super(ItemKind.EVENT);
        }

        abstract EventTime held(EventTime time);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<ReadOutcome> read(Collection<ItemId> ids) {
                    return sound.read(ids).stream().map(this::changed).toList();
                }

                private ReadOutcome changed(ReadOutcome outcome) {
                    if (!(outcome instanceof ReadOutcome.Found found)) {
                        return outcome;
                    }
                    RemoteItem record = found.record();
                    Item.Builder item = record.item().toBuilder();
                    record.item().get(EventFields.TIME).ifPresent(time -> item.set(EventFields.TIME, held(time)));
                    return new ReadOutcome.Found(
                            new RemoteItem(record.id(), record.version(), item.build()).withTag(record.tag()));
                }
            };
        }
    }

    static final class MakesDaysHours extends ChangesTimes {
        @Override
        EventTime held(EventTime time) {
            return time instanceof EventTime.AllDay days
                    ? new EventTime.Timed(
                            days.firstDay().atStartOfDay(ZoneOffset.UTC),
                            days.endDay().atStartOfDay(ZoneOffset.UTC))
                    : time;
        }
    }

    static final class LosesTheZone extends ChangesTimes {
        @Override
        EventTime held(EventTime time) {
            return time instanceof EventTime.Timed timed
                    ? new EventTime.Timed(
                            timed.start().withZoneSameInstant(ZoneOffset.UTC),
                            timed.end().withZoneSameInstant(ZoneOffset.UTC))
                    : time;
        }
    }
}
