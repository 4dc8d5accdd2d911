package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Endpoints that break what is promised of values. */
final class FieldMutants {

    private FieldMutants() {}

    /** Writes other fields than it is told. */
    private abstract static class ChangesUpdates extends SpoiledContract {
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

    static final class ClearsNoText extends ChangesUpdates {
        @Override
        Map<Field<?>, @Nullable Object> written(Item present, Map<Field<?>, @Nullable Object> fields) {
            Map<Field<?>, @Nullable Object> kept = new TreeMap<>(fields);
            kept.replaceAll(
                    (field, value) -> value == null && field.type() == FieldType.TEXT ? present.value(field) : value);
            return kept;
        }
    }

    static final class ReplacesNoTextButNotes extends ChangesUpdates {
        @Override
        Map<Field<?>, @Nullable Object> written(Item present, Map<Field<?>, @Nullable Object> fields) {
            Map<Field<?>, @Nullable Object> kept = new TreeMap<>(fields);
            kept.replaceAll((field, value) -> {
                boolean keeps = field.type() == FieldType.TEXT && !field.equals(ContactFields.NOTES);
                return value != null && keeps ? present.value(field) : value;
            });
            return kept;
        }
    }

    static final class FlattensWhatNoFieldHolds extends SpoiledContract {
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

    static final class HoldsLessThanItSays extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                Write one(Write write) {
                    if (!(write instanceof Write.Create create)) {
                        return write;
                    }
                    Item.Builder held = Item.builder(kind());
                    create.item()
                            .values()
                            .forEach((field, value) ->
                                    held.put(field, value instanceof String text ? text.strip() : value));
                    return new Write.Create(create.tag(), create.idempotencyKey(), held.build());
                }
            };
        }
    }

    static final class ProjectsFurtherEachTime extends SpoiledContract {
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

    /** Holds times in another form. */
    private abstract static class ChangesTimes extends SpoiledContract {
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
