package io.github.crosstie.engagement.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitListingTest {

    private static final BusinessUnitId UNIT = new BusinessUnitId("unit");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static EngagementUser user(String id, String title) {
        return new EngagementUser(new EngagementUserId(id), false, UserValues.of(Map.of(UserField.TITLE, title)));
    }

    private static UnitListing read(Object... pages) {
        Deque<Object> left = new ArrayDeque<>(List.of(pages));
        return UnitListing.read(UNIT, new Pages(left), NOW);
    }

    private record Pages(Deque<Object> left) implements UnitEndpoint {
        @Override
        public EngagementCapabilities capabilities() {
            return EngagementCapabilities.readOnly(Duration.ZERO);
        }

        @Override
        public UserPage list(@Nullable PageToken token) {
            Object next = left.remove();
            if (next instanceof RuntimeException failure) {
                throw failure;
            }
            return (UserPage) next;
        }

        @Override
        public List<UserWriteOutcome> write(List<UserWrite> writes) {
            return List.of();
        }
    }

    @Test
    void sortsByIdAndLetsTheLaterAppearanceCount() {
        UnitListing listing = read(
                new UserPage(List.of(user("10", "a"), user("9", "b")), new PageToken("next"), false),
                new UserPage(List.of(user("10", "c")), null, true));

        assertThat(listing.users()).containsExactly(user("9", "b"), user("10", "c"));
        assertThat(listing.complete()).isTrue();
    }

    @Test
    void isCompleteOnlyIfTheLastPageSaysSo() {
        UnitListing listing =
                read(new UserPage(List.of(), new PageToken("next"), false), new UserPage(List.of(), null, false));

        assertThat(listing.complete()).isFalse();
    }

    @Test
    void startsOverTwiceWhenTokensExpire() {
        CursorExpiredException expired = new CursorExpiredException("too old");

        UnitListing listing = read(expired, expired, new UserPage(List.of(user("1", "a")), null, true));

        assertThat(listing.users()).hasSize(1);
    }

    @Test
    void givesUpWhenTokensExpireAgainAndAgain() {
        CursorExpiredException expired = new CursorExpiredException("too old");

        assertThatThrownBy(() -> read(expired, expired, expired)).isSameAs(expired);
    }

    @Test
    void refusesPagesThatLeadInACircle() {
        UserPage page = new UserPage(List.of(), new PageToken("again"), false);

        assertThatThrownBy(() -> read(page, page))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("leads back");
    }

    @Test
    void refusesAPageThatIsCompleteAlthoughMoreFollows() {
        assertThatThrownBy(() -> new UserPage(List.of(), new PageToken("next"), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
