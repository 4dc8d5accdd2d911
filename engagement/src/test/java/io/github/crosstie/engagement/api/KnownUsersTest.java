package io.github.crosstie.engagement.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownUsersTest {

    private static final byte[] PAGE = "ada bea bea".getBytes(StandardCharsets.UTF_8);

    private final KnownUsers known = new KnownUsers();
    private final EngagementUser bea = new EngagementUser(new EngagementUserId("2"), false, UserValues.NONE);

    @Test
    @DisplayName("knows a user by the same bytes, wherever they stand, and by no others")
    void knowsAUserByTheSameBytes() {
        known.begin();
        known.put(PAGE, 4, 7, bea);

        assertThat(known.find(PAGE, 8, 11)).isSameAs(bea);
        assertThat(known.find(PAGE, 0, 3)).isNull();
        assertThat(known.find(PAGE, 4, 8)).isNull();
    }

    @Test
    @DisplayName("keeps bytes of its own, as the page is written over")
    void keepsBytesOfItsOwn() {
        byte[] page = PAGE.clone();
        known.begin();
        known.put(page, 4, 7, bea);
        page[4] = 'l';

        assertThat(known.find(PAGE, 4, 7)).isSameAs(bea);
        assertThat(known.find(page, 4, 7)).isNull();
    }

    @Test
    @DisplayName("forgets who was not in a whole listing, and nobody before it has ended")
    void forgetsWhoWasNotListed() {
        known.begin();
        known.put(PAGE, 4, 7, bea);
        known.end();
        known.begin();
        assertThat(known.find(PAGE, 0, 3)).isNull();
        known.begin(); // the one before was given up
        assertThat(known.find(PAGE, 4, 7)).isSameAs(bea);
        known.end();
        known.begin();
        known.end();

        assertThat(known.find(PAGE, 4, 7)).isNull();
    }
}
