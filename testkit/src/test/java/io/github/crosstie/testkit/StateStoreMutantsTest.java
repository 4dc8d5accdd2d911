package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The contract of stores goes red for a store that")
class StateStoreMutantsTest {

    @TestFactory
    Stream<DynamicTest> goesRed() {
        return Stream.of(
                caught(DropsTheFence.class, "refuses commits under an older lease"),
                caught(CommitsOneByOne.class, "commits all or nothing"),
                caught(LeasesToEverybody.class, "gives a lease to one owner at a time"),
                caught(StartsEpochsAnew.class, "keeps state, journal and epochs when it is opened again"),
                caught(ForgetsWhenItCloses.class, "keeps state, journal and epochs when it is opened again"),
                caught(GivesItsOwnStateAway.class, "is not changed through a loaded state"),
                caught(FoldsTheCaseOfKeys.class, "A14: keeps collections apart whose ids differ by case only"),
                caught(MixesKinds.class, "keeps collections apart"),
                caught(TurnsTheJournal.class, "S3: keeps the journal in order"),
                caught(KeepsTheJournal.class, "S3: drops the lines of the journal from before a moment"),
                caught(DropsTheWholeJournal.class, "S3: drops the lines of the journal from before a moment"),
                caught(CountsTheWholeJournal.class, "S3: drops the lines of the journal from before a moment"),
                caught(CutsLargeCommits.class, "commits thousands of changes at once"),
                caught(ReordersACommit.class, "makes the changes of one commit in their order"),
                caught(ForgetsMoves.class, "S22: keeps where a collection moved from"),
                caught(DropsLastWords.class, "S18: stores the last changes of a lease with its end"),
                caught(HearsZombies.class, "takes no last changes of an older lease"));
    }

    private static DynamicTest caught(Class<?> mutant, String by) {
        return dynamicTest(
                mutant.getSimpleName() + ": " + by,
                () -> assertThat(ContractRun.of(mutant).failed().keySet())
                        .as("tests that fail")
                        .anyMatch(name -> name.startsWith(by)));
    }

    @Test
    @DisplayName("… and stays green for one that keeps every promise")
    void staysGreenForASoundOne() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
    }

    /** A sound store, spoiled by its subclasses. */
    @ExtendWith(OnDemand.class)
    static class Sound extends StateStoreContract {
        private final InMemoryStateStore memory = InMemoryStateStore.create();

        StateStore spoiled(StateStore sound) {
            return sound;
        }

        @Override
        protected StateStore open() {
            return spoiled(memory);
        }

        @Override
        protected @Nullable StateStore openAgain(StateStore store) {
            return store;
        }
    }

    /** Loses where a collection moved from. */
    static class ForgetsMoves extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    super.commit(
                            fence,
                            changes.stream()
                                    .filter(change -> !(change instanceof StateChange.PutMove))
                                    .toList());
                }
            };
        }
    }

    /** Passes everything on. */
    private static class Mutant implements StateStore {
        final StateStore sound;

        Mutant(StateStore sound) {
            this.sound = sound;
        }

        CollectionKey key(CollectionKey key) {
            return key;
        }

        private Fence fence(Fence fence) {
            return new Fence(key(fence.collection()), fence.epoch());
        }

        @Override
        public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
            return sound.acquire(key(collection), owner, now, duration)
                    .map(lease -> new Fence(collection, lease.epoch()));
        }

        @Override
        public void renew(Fence fence, Instant now, Duration duration) {
            sound.renew(fence(fence), now, duration);
        }

        @Override
        public void release(Fence fence) {
            sound.release(fence(fence));
        }

        @Override
        public CollectionState load(CollectionKey collection) {
            return sound.load(key(collection));
        }

        @Override
        public void commit(Fence fence, List<StateChange> changes) {
            sound.commit(fence(fence), changes);
        }

        @Override
        public List<JournalEntry> journal(CollectionKey collection) {
            return sound.journal(key(collection));
        }

        @Override
        public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
            return sound.journalLinesBefore(key(collection), moment);
        }
    }

    static final class DropsTheFence extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    for (long epoch = fence.epoch(); ; epoch++) {
                        try {
                            sound.commit(new Fence(fence.collection(), epoch), changes);
                            return;
                        } catch (FencedException newer) {
                            assertThat(newer).isNotNull();
                        }
                    }
                }
            };
        }
    }

    static final class CommitsOneByOne extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    sound.commit(fence, List.of());
                    changes.forEach(change -> sound.commit(fence, List.of(change)));
                }
            };
        }
    }

    static final class LeasesToEverybody extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public Optional<Fence> acquire(CollectionKey key, String owner, Instant now, Duration duration) {
                    return sound.acquire(key, "everybody", now, duration);
                }
            };
        }
    }

    static final class StartsEpochsAnew extends Sound {
        @Override
        protected StateStore openAgain(StateStore store) {
            return new Mutant(store) {
                @Override
                public Optional<Fence> acquire(CollectionKey key, String owner, Instant now, Duration duration) {
                    return sound.acquire(key, owner, now, duration).map(lease -> new Fence(key, 1));
                }
            };
        }
    }

    static final class ForgetsWhenItCloses extends Sound {
        @Override
        protected StateStore openAgain(StateStore store) {
            return InMemoryStateStore.create();
        }
    }

    static final class GivesItsOwnStateAway extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                private final Map<CollectionKey, CollectionState> loaded = new HashMap<>();

                @Override
                public CollectionState load(CollectionKey collection) {
                    return loaded.computeIfAbsent(collection, sound::load);
                }
            };
        }
    }

    static final class FoldsTheCaseOfKeys extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                CollectionKey key(CollectionKey key) {
                    return new CollectionKey(
                            new OrganizationId(folded(key.organization().value())),
                            new UserId(folded(key.user().value())),
                            key.kind());
                }
            };
        }

        private static String folded(String id) {
            return id.toLowerCase(Locale.ROOT);
        }
    }

    static final class MixesKinds extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                CollectionKey key(CollectionKey key) {
                    return new CollectionKey(key.organization(), key.user(), ItemKind.CONTACT);
                }
            };
        }
    }

    static final class TurnsTheJournal extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public List<JournalEntry> journal(CollectionKey collection) {
                    List<JournalEntry> lines = new ArrayList<>(sound.journal(collection));
                    Collections.reverse(lines);
                    return lines;
                }
            };
        }
    }

    static final class KeepsTheJournal extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    super.commit(
                            fence,
                            changes.stream()
                                    .filter(change -> !(change instanceof StateChange.ForgetJournalBefore))
                                    .toList());
                }
            };
        }
    }

    static final class DropsTheWholeJournal extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    super.commit(
                            fence, changes.stream().map(change -> whole(change)).toList());
                }

                private StateChange whole(StateChange change) {
                    return change instanceof StateChange.ForgetJournalBefore
                            ? new StateChange.ForgetJournalBefore(Instant.MAX)
                            : change;
                }
            };
        }
    }

    static final class CountsTheWholeJournal extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
                    return OptionalInt.of(sound.journal(collection).size());
                }
            };
        }
    }

    static final class CutsLargeCommits extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    sound.commit(fence, changes.subList(0, Math.min(1_000, changes.size())));
                }
            };
        }
    }

    static final class ReordersACommit extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void commit(Fence fence, List<StateChange> changes) {
                    List<StateChange> turned = new ArrayList<>(changes);
                    Collections.reverse(turned);
                    sound.commit(fence, turned);
                }
            };
        }
    }

    static final class DropsLastWords extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void release(Fence fence, List<StateChange> last) {
                    sound.release(fence);
                }
            };
        }
    }

    static final class HearsZombies extends Sound {
        @Override
        StateStore spoiled(StateStore sound) {
            return new Mutant(sound) {
                @Override
                public void release(Fence fence, List<StateChange> last) {
                    sound.release(fence);
                    Fence newest = sound.acquire(
                                    fence.collection(),
                                    "two",
                                    Instant.MAX.minus(Duration.ofDays(1)),
                                    Duration.ofDays(1))
                            .orElseThrow();
                    sound.commit(newest, last);
                    sound.release(newest);
                }
            };
        }
    }
}
