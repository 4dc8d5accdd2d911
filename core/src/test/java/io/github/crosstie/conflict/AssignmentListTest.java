package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignmentListTest {

    @Test
    @DisplayName("S13: taking a user out of a set leaves every other setting of the business unit as it is")
    void keepsTheRestOfTheBusinessUnit() {
        Assignment anna = new Assignment.OfUser(new UserId("005-anna"), null);
        Assignment ben = new Assignment.OfUser(new UserId("005-ben"), null);
        BusinessUnit unit = new BusinessUnit(
                new BusinessUnitId("unit"),
                "Unit",
                new UserId("005-creator"),
                List.of(anna, ben),
                List.of(anna),
                ProfileRoleMapping.EMPTY,
                BothSetsPolicy.REJECT,
                new DeletionGuard(3, 2, 0.5, Duration.ofHours(6)));
        ConfigurationSet set =
                ConfigurationSet.of(new OrganizationId("00D"), List.of(), List.of(unit), AssignmentOrder.DEFAULT);
        AssignmentList list = new AssignmentList.OfBusinessUnit(unit.id(), EngagementSet.MARKETING_USERS);

        ConfigurationSet changed = list.without(set, anna);

        assertThat(changed.businessUnits())
                .containsExactly(unit.withAssignments(EngagementSet.MARKETING_USERS, List.of(ben)));
        assertThat(changed.businessUnits().get(0).deletionGuard()).isEqualTo(unit.deletionGuard());
    }
}
