package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConflictScaleTest {

    private static final int USERS = 50_000;
    private static final int SHARED = 1_000;

    @Test
    @DisplayName("C: four organizations of 50,000 users each, every 50th mailbox shared with the next one")
    void findsWhatFourLargeOrganizationsShare() {
        List<Roster> rosters = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
            rosters.add(organization(at).roster());
        }

        ConflictReport report = ConflictDetector.create().detect(rosters);
        ConflictReport updated = report.update(organization(1).roster());

        assertThat(report.conflicts(ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS))
                .hasSize(2 * SHARED);
        assertThat(report.conflicts(ConflictKind.ACTIVE_IN_SANDBOX_TOO)).hasSize(SHARED);
        assertThat(report.conflicts()).hasSize(3 * SHARED);
        assertThat(report.heldUsers()).hasSize(6 * SHARED);
        assertThat(NaiveDetector.lines(updated)).isEqualTo(NaiveDetector.lines(report));
    }

    private static OrganizationSetup organization(int at) {
        Organization organization = new Organization(
                new OrganizationId("org" + at), "org" + at, at == 3 ? Environment.SANDBOX : Environment.PRODUCTION);
        DirectoryBuilder directory = Directory.builder(organization);
        List<Assignment> profiles = new ArrayList<>();
        for (int profile = 0; profile < 10; profile++) {
            ProfileId id = new ProfileId("p" + profile);
            directory.put(new Profile(id, "p" + profile));
            profiles.add(new Assignment.OfProfile(id, null));
        }
        for (int user = 0; user < USERS; user++) {
            boolean sharedWithNext = user < SHARED && at < 3;
            boolean sharedWithPrevious = user >= SHARED && user < 2 * SHARED && at > 0;
            String address = sharedWithNext
                    ? "Shared" + at + "." + user + "@Example.com"
                    : sharedWithPrevious
                            ? "shared" + (at - 1) + "." + (user - SHARED) + "@example.com"
                            : "user" + at + "." + user + "@example.com";
            directory.put(User.builder(new UserId("u" + user), "u" + user, new ProfileId("p" + user % 10))
                    .emailAddress(address)
                    .build());
        }
        SyncConfiguration everybody = SyncConfiguration.builder(new ConfigurationId("everybody"))
                .assignments(profiles)
                .build();
        return new OrganizationSetup(directory.build(), ConfigurationSet.of(organization.id(), everybody));
    }
}
