package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Endpoints that break what is promised of ids, versions and outcomes. */
final class WriteMutants {

    private WriteMutants() {}

    static final class IgnoresTheVersion extends SpoiledContract {
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

    static final class FoldsTheCaseOfIds extends SpoiledContract {
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

    static final class KeepsTheVersion extends SpoiledContract {
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

    static final class AnswersBackwards extends SpoiledContract {
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

    static final class StopsAtTheFirstFailure extends SpoiledContract {
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

    static final class CallsGoneAConflict extends SpoiledContract {
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

    static final class PutsOffToYesterday extends SpoiledContract {
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
}
