package io.github.crosstie.conflict;

import static io.github.crosstie.conflict.OrganizationFixture.production;
import static io.github.crosstie.conflict.OrganizationFixture.profileOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.User;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Landscapes at the ends of what can be, each detected, edited and detected again. */
class ExtremeLandscapesTest {

    private static final int USERS = 300;
    private static final ConflictDetector DETECTOR = ConflictDetector.create();

    private static Roster roster(String id, boolean active, IntFunction<@Nullable String> addresses) {
        OrganizationFixture organization = production(id).profile("spare").active("everybody", profileOf("standard"));
        for (int at = 0; at < USERS; at++) {
            organization.user("u" + at, addresses.apply(at), user -> user.active(active));
        }
        return organization.roster();
    }

    private static Roster edited(Roster roster, int slot, boolean active, @Nullable String address) {
        User user = roster.directory().users().at(slot);
        DirectoryBuilder changes = roster.directory().update();
        changes.put(user.toBuilder().active(active).emailAddress(address).build());
        return roster.update(changes.build(), roster.configurations());
    }

    @Test
    @DisplayName("C1, C7: everybody of two organizations has one address")
    void oneAddressForAll() {
        Roster one = roster("one", true, at -> at % 2 == 0 ? "all@example.com" : "ALL@Example.com");
        Roster two = roster("two", true, at -> "all@example.com");

        ConflictReport report = DETECTOR.detect(List.of(one, two));

        assertThat(report.conflicts())
                .extracting(Conflict::kind)
                .containsExactly(
                        ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS,
                        ConflictKind.MAILBOX_SHARED_BY_USERS,
                        ConflictKind.MAILBOX_SHARED_BY_USERS);
        assertThat(report.heldUsers()).hasSize(2 * USERS);
        Roster later = edited(two, 7, true, "own@example.com");
        assertThat(report.update(later)).isEqualTo(DETECTOR.detect(List.of(one, later)));
    }

    @Test
    @DisplayName("C8: nobody has an address")
    void noAddressAtAll() {
        Roster one = roster("one", true, at -> null);
        Roster two = roster("two", true, at -> at % 2 == 0 ? "" : " ");

        ConflictReport report = DETECTOR.detect(List.of(one, two));

        assertThat(report.conflicts())
                .hasSize(2 * USERS)
                .allMatch(each -> each.kind() == ConflictKind.UNUSABLE_ADDRESS);
        Roster later = edited(two, 7, true, "own@example.com");
        assertThat(report.update(later)).isEqualTo(DETECTOR.detect(List.of(one, later)));
        assertThat(report.update(later).conflicts()).hasSize(2 * USERS - 1);
    }

    @Test
    @DisplayName("C7: one organization clashes with itself alone")
    void oneOrganization() {
        Roster one = roster("one", true, at -> "user" + at / 2 + "@example.com");

        ConflictReport report = DETECTOR.detect(List.of(one));

        assertThat(report.conflicts())
                .hasSize(USERS / 2)
                .allMatch(each -> each.kind() == ConflictKind.MAILBOX_SHARED_BY_USERS);
        Roster later = edited(one, 7, true, "user9@example.com");
        assertThat(report.update(later)).isEqualTo(DETECTOR.detect(List.of(later)));
        assertThat(report.without(one.directory().organization().id()).isEmpty())
                .isTrue();
    }

    @Test
    void noOrganization() {
        ConflictReport report = DETECTOR.detect(List.of());

        assertThat(report.isEmpty()).isTrue();
        Roster one = roster("one", true, at -> "user" + at / 2 + "@example.com");
        assertThat(report.update(List.of())).isEqualTo(report);
        assertThat(report.update(one)).isEqualTo(DETECTOR.detect(List.of(one)));
    }

    @Test
    @DisplayName("A9: inactive users clash with nobody until they are active again")
    void everybodyInactive() {
        Roster one = roster("one", false, at -> "all@example.com");
        Roster two = roster("two", false, at -> at % 2 == 0 ? null : "all@example.com");

        ConflictReport report = DETECTOR.detect(List.of(one, two));

        assertThat(report.isEmpty()).isTrue();
        Roster first = edited(one, 7, true, "all@example.com");
        Roster second = edited(two, 9, true, "all@example.com");
        ConflictReport later = report.update(List.of(first, second));
        assertThat(later.conflicts())
                .singleElement()
                .extracting(Conflict::kind)
                .isEqualTo(ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS);
        assertThat(later).isEqualTo(DETECTOR.detect(List.of(first, second)));
    }
}
