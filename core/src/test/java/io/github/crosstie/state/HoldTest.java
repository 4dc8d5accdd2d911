package io.github.crosstie.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);

    private final Iterator<String> ids =
            Stream.iterate(1, i -> i + 1).map(i -> "id-" + i).iterator();

    private static HeldDeletion deletion(String name, String version) {
        return new HeldDeletion(
                new LinkId("link-" + name),
                new ItemId("crm-" + name),
                new ItemId("mail-" + name),
                Side.MAIL,
                new ItemVersion(version),
                "too many",
                NOW);
    }

    private Hold holding(Hold before, HeldDeletion... deletions) {
        return before.holding(CONTACTS, List.of(deletions), ids::next);
    }

    private static Hold.Offer latest(Hold hold) {
        return hold.offer(hold.token().orElseThrow()).orElseThrow();
    }

    @Test
    @DisplayName("S13: the same set keeps its token, whatever is said of it")
    void keepsTheToken() {
        Hold hold = holding(Hold.none(), deletion("a", "1"), deletion("b", "1"));

        assertThat(holding(hold, deletion("b", "1"), deletion("a", "1"))).isSameAs(hold);
    }

    @Test
    @DisplayName("S13: one set held twice has two tokens: a nonce tells them apart")
    void drawsANonce() {
        Hold first = holding(Hold.none(), deletion("a", "1"));
        Hold second = holding(holding(first), deletion("a", "1"));

        assertThat(second.token()).isPresent().isNotEqualTo(first.token());
        assertThat(second.offer(first.token().orElseThrow())).isEmpty();
    }

    @Test
    @DisplayName("S13: sets whose parts are cut differently have different tokens under one nonce")
    void tellsSetsApart() {
        Hold one = Hold.none().holding(CONTACTS, List.of(deletion("a", "11")), () -> "nonce");
        Hold other = Hold.none().holding(CONTACTS, List.of(deletion("a", "1")), () -> "nonce");

        assertThat(one.token()).isNotEqualTo(other.token());
    }

    @Test
    @DisplayName("S13: an earlier token stands for what it was given for, and not for what joined or changed")
    void keepsEarlierTokensNarrow() {
        Hold first = holding(Hold.none(), deletion("a", "1"), deletion("b", "1"));
        Hold.Offer early = latest(first);

        Hold now = holding(first, deletion("a", "1"), deletion("b", "2"), deletion("c", "1"))
                .releasing(early, NOW);

        assertThat(now.releases(deletion("a", "1"))).isTrue();
        assertThat(now.releases(deletion("b", "1"))).isFalse();
        assertThat(now.releases(deletion("b", "2"))).isFalse();
        assertThat(now.releases(deletion("c", "1"))).isFalse();
    }

    @Test
    @DisplayName("S13: a used token is spent, with those of the sets within its set; what is left needs a new one")
    void spendsTokens() {
        Hold first = holding(Hold.none(), deletion("a", "1"));
        Hold second = holding(first, deletion("a", "1"), deletion("b", "1"));

        Hold used = second.releasing(latest(second), NOW).released(link -> link.equals(new LinkId("link-a")));

        assertThat(used.spent())
                .containsExactly(first.token().orElseThrow(), second.token().orElseThrow());
        assertThat(used.deletions()).containsExactly(deletion("b", "1"));
        assertThat(used.token()).isEmpty();
        assertThat(used.releases(deletion("b", "1"))).isFalse();
        Hold again = holding(used, deletion("b", "1"));
        assertThat(again.token()).isPresent().isNotEqualTo(second.token());
    }

    @Test
    @DisplayName("S13: without a release nothing is released")
    void releasesNothingUnasked() {
        assertThat(holding(Hold.none(), deletion("a", "1")).releases(deletion("a", "1")))
                .isFalse();
    }
}
