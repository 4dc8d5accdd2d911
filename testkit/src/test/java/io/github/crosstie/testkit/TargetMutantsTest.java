package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.fault.CursorExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The contract of targets goes red for one that")
class TargetMutantsTest {

    @TestFactory
    Stream<DynamicTest> goesRed() {
        return Stream.of(
                caught(ForgetsTheBin.class, "U13, U16: lists users in the recycle bin"),
                caught(CallsTheBinLive.class, "U13, U16: lists users in the recycle bin"),
                caught(EndsAfterOnePage.class, "G3: lists everybody once over several pages"),
                caught(IsNeverComplete.class, "G3: lists a unit without users as complete"),
                caught(FoldsTheCase.class, "A14: keeps Salesforce ids apart"),
                caught(ShowsMoreThanDeclared.class, "lists a live user under the id it was given"),
                caught(TakesAnyToken.class, "refuses a page token that is none"),
                caught(StartsOverByItself.class, "refuses a page token that is too old"),
                caught(ForgetsItsPlace.class, "gives a page again for the same token"),
                caught(ChangesItsMind.class, "declares the same capabilities"),
                caught(AnswersInAnyOrder.class, "answers each write by itself and in order"),
                caught(WritesOtherFields.class, "U11: updates the fields named and no others"),
                caught(RecyclesInsteadOfRestoring.class, "U13: restores a user"));
    }

    private static DynamicTest caught(Class<? extends SpoiledTargetContract> mutant, String by) {
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
        assertThat(run.passed()).isGreaterThan(25);
    }

    @Test
    @DisplayName("… and says why it skips what does not concern one that can be read alone")
    void saysWhyItSkips() {
        ContractRun run = ContractRun.of(ReadOnly.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped())
                .hasSizeGreaterThan(10)
                .allSatisfy((test, reason) -> assertThat(reason).as(test).contains("the system takes no write"));
    }

    static final class Sound extends SpoiledTargetContract {}

    static final class ReadOnly extends SpoiledTargetContract {
        ReadOnly() {
            unit.capabilities(EngagementCapabilities.readOnly(Duration.ZERO));
        }
    }

    /** Spoils the pages. */
    abstract static class SpoiledPages extends SpoiledTargetContract {
        abstract UserPage spoil(UserPage page);

        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            return new Forwarding(sound) {
                @Override
                public UserPage list(@Nullable PageToken token) {
                    return spoil(super.list(token));
                }
            };
        }

        static UserPage each(UserPage page, UnaryOperator<EngagementUser> change) {
            return new UserPage(page.users().stream().map(change).toList(), page.next(), page.complete());
        }
    }

    static final class ForgetsTheBin extends SpoiledPages {
        @Override
        UserPage spoil(UserPage page) {
            List<EngagementUser> live =
                    page.users().stream().filter(user -> !user.recycled()).toList();
            return new UserPage(live, page.next(), page.complete());
        }
    }

    static final class CallsTheBinLive extends SpoiledPages {
        @Override
        UserPage spoil(UserPage page) {
            return each(page, user -> user.recycled(false));
        }
    }

    static final class EndsAfterOnePage extends SpoiledPages {
        @Override
        UserPage spoil(UserPage page) {
            return new UserPage(page.users(), null, true);
        }
    }

    static final class IsNeverComplete extends SpoiledPages {
        @Override
        UserPage spoil(UserPage page) {
            return new UserPage(page.users(), page.next(), false);
        }
    }

    static final class FoldsTheCase extends SpoiledPages {
        @Override
        UserPage spoil(UserPage page) {
            return each(
                    page,
                    user -> user.with(
                            UserField.SALESFORCE_ID,
                            user.values()
                                    .get(UserField.SALESFORCE_ID)
                                    .orElse("none")
                                    .toLowerCase(Locale.ROOT)));
        }
    }

    static final class ShowsMoreThanDeclared extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            Set<UserField> declared = EnumSet.complementOf(EnumSet.of(UserField.PHONE));
            return new Forwarding(sound) {
                @Override
                public EngagementCapabilities capabilities() {
                    return new EngagementCapabilities(declared, Set.of(), 1, Duration.ZERO);
                }
            };
        }
    }

    static final class TakesAnyToken extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            return new Forwarding(sound) {
                @Override
                public UserPage list(@Nullable PageToken token) {
                    try {
                        return super.list(token);
                    } catch (CursorExpiredException strange) {
                        return new UserPage(List.of(), null, true);
                    }
                }
            };
        }
    }

    static final class StartsOverByItself extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            return new Forwarding(sound) {
                @Override
                public UserPage list(@Nullable PageToken token) {
                    try {
                        return super.list(token);
                    } catch (CursorExpiredException expired) {
                        return super.list(null);
                    }
                }
            };
        }
    }

    static final class ForgetsItsPlace extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            List<PageToken> used = new ArrayList<>();
            return new Forwarding(sound) {
                @Override
                public UserPage list(@Nullable PageToken token) {
                    UserPage page = super.list(token);
                    if (token == null || !used.contains(token)) {
                        used.add(token);
                        return page;
                    }
                    return new UserPage(List.of(), page.next(), page.complete());
                }
            };
        }
    }

    static final class ChangesItsMind extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            List<String> asked = new ArrayList<>();
            return new Forwarding(sound) {
                @Override
                public EngagementCapabilities capabilities() {
                    asked.add("again");
                    return EngagementCapabilities.full(200 + asked.size(), Duration.ZERO);
                }
            };
        }
    }

    static final class AnswersInAnyOrder extends SpoiledTargetContract {
        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            return new Forwarding(sound) {
                @Override
                public List<UserWriteOutcome> write(List<UserWrite> writes) {
                    List<UserWriteOutcome> outcomes = new ArrayList<>(super.write(writes));
                    Collections.rotate(outcomes, 1);
                    return outcomes;
                }
            };
        }
    }

    /** Spoils each write. */
    abstract static class SpoiledWrites extends SpoiledTargetContract {
        abstract UserWrite spoil(UserWrite write);

        @Override
        UnitEndpoint spoiled(UnitEndpoint sound) {
            return new Forwarding(sound) {
                @Override
                public List<UserWriteOutcome> write(List<UserWrite> writes) {
                    return super.write(
                            writes.stream().map(SpoiledWrites.this::spoil).toList());
                }
            };
        }
    }

    static final class WritesOtherFields extends SpoiledWrites {
        @Override
        UserWrite spoil(UserWrite write) {
            return write instanceof UserWrite.Update update
                    ? new UserWrite.Update(update.id(), Difference.of(UserField.TITLE, "Countess", "Poet"))
                    : write;
        }
    }

    static final class RecyclesInsteadOfRestoring extends SpoiledWrites {
        @Override
        UserWrite spoil(UserWrite write) {
            return write.kind() == UserWriteKind.RESTORE
                    ? new UserWrite.Recycle(((UserWrite.Restore) write).id())
                    : write;
        }
    }
}
