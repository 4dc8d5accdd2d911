package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.day;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.GroupId;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignmentIndexTest {

    private final Acme acme = acme().profile("Sales")
            .role("Agent", null)
            .user("anna", "Sales", "Agent")
            .group("West")
            .group("East")
            .group("Void")
            .on("C1", day(1), toGroup("West"), toGroup("East"), toRole("Agent"))
            .on("C2", day(2), toProfile("Sales"), toGroup("West"), toUser("anna"), toUser("hidden"));

    private List<String> found(AssignmentKind kind, int... targets) {
        ConfigurationSet set = acme.configurations();
        AssignmentIndex index = new ClaimTable(set, acme.directory()).index();
        BitSet places = new BitSet();
        for (int target : targets) {
            index.addTo(places, kind, target);
        }
        return places.stream()
                .mapToObj(index::at)
                .map(entry -> set.configurations().get(entry.ordinal()).id() + " to "
                        + entry.assignment().targetId())
                .toList();
    }

    private int group(String id) {
        return acme.directory().groups().slot(new GroupId(id));
    }

    @Test
    @DisplayName("A5: of the assignments to one group, that of the configuration modified last comes first")
    void assignmentsToOneTargetAreFoundStrongestFirst() {
        assertThat(found(AssignmentKind.GROUP, group("West"))).containsExactly("C2 to West", "C1 to West");
    }

    @Test
    @DisplayName("A5: assignments of one configuration to several groups stand by the group's id")
    void assignmentsOfOneConfigurationStandByTarget() {
        assertThat(found(AssignmentKind.GROUP, group("West"), group("East")))
                .containsExactly("C2 to West", "C1 to East", "C1 to West");
    }

    @Test
    void anAssignmentIsFoundAmongItsOwnKindAlone() {
        assertThat(found(AssignmentKind.USER, 0)).containsExactly("C2 to anna");
        assertThat(found(AssignmentKind.PROFILE, 0)).containsExactly("C2 to Sales");
        assertThat(found(AssignmentKind.ROLE, 0)).containsExactly("C1 to Agent");
        assertThat(found(AssignmentKind.ROLE_AND_SUBORDINATES, 0)).isEmpty();
    }

    @Test
    void nothingIsAssignedToATargetThatNobodyNames() {
        assertThat(found(AssignmentKind.GROUP, group("Void"))).isEmpty();
    }

    @Test
    @DisplayName("A user without a role asks for the role -1: no unlisted target is found by it")
    void aTargetThatIsNotListedIsNotFound() {
        assertThat(found(AssignmentKind.USER, -1)).isEmpty();
    }
}
