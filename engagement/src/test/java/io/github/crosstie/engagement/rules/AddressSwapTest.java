package io.github.crosstie.engagement.rules;

import static io.github.crosstie.engagement.Acme.user;
import static io.github.crosstie.engagement.user.UserField.EMAIL_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.ProcessDied;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.SwapPolicy;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressSwapTest {

    private final Acme acme = new Acme();

    private void address(String user, String address) {
        acme.put(user(user).emailAddress(address + "@acme.example").build());
    }

    private String address(EngagementUserId id) {
        return acme.there(id).values().get(EMAIL_ADDRESS).orElseThrow();
    }

    @Test
    @DisplayName("U25: a swap parks one address, and no write collides")
    void parksOneOfTwo() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        EngagementUserId bert = acme.inStep(user("bert").build());
        address("anna", "bert");
        address("bert", "anna");
        UserSyncPlan plan = acme.wholePlan();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(plan.units().get(0).changes()).hasSize(3);
        assertThat(report.isAsPlanned()).isTrue();
        assertThat(List.of(address(anna), address(bert))).containsExactly("bert@acme.example", "anna@acme.example");
        assertThat(acme.wholePlan().isIdle()).isTrue();
    }

    @Test
    @DisplayName("U25: where parking is not wanted, both wait")
    void holdsBoth() {
        acme.settings = acme.settings.with(SwapPolicy.HOLD);
        acme.inStep(user("anna").build());
        acme.inStep(user("bert").build());
        address("anna", "bert");
        address("bert", "anna");

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.code()).isEqualTo(LeftCode.SWAP));
    }

    @Test
    @DisplayName("U25: a circle of three parks one address only")
    void parksOneOfThree() {
        acme.inStep(user("anna").build());
        acme.inStep(user("bert").build());
        acme.inStep(user("carl").build());
        address("anna", "bert");
        address("bert", "carl");
        address("carl", "anna");
        UserSyncPlan plan = acme.wholePlan();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(plan.units().get(0).changes()).hasSize(4);
        assertThat(report.isAsPlanned()).isTrue();
        assertThat(acme.wholePlan().isIdle()).isTrue();
    }

    @Test
    @DisplayName("U25: a chain is written from its free end, a new user last")
    void ordersAChain() {
        acme.inStep(user("anna").build());
        acme.inStep(user("bert").build());
        acme.inMarketing(user("zoe").emailAddress("anna@acme.example").build());
        address("anna", "bert");
        address("bert", "free");

        UnitPlan plan = acme.plan();

        assertThat(plan.changes().stream().map(change -> change.user().value())).containsExactly("bert", "anna", "zoe");
        assertThat(plan.changes().get(2)).isInstanceOf(UserChange.Create.class);
    }

    @Test
    @DisplayName("U25: where the free end of a chain is held, the whole chain waits")
    void holdsAChainThatIsBlocked() {
        acme.inStep(user("anna").build());
        acme.inStep(user("bert").build());
        acme.add(UserValues.of(Map.of(EMAIL_ADDRESS, "taken@acme.example", UserField.ROLE, "Marketing")));
        address("anna", "bert");
        address("bert", "taken");

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.code()).isEqualTo(LeftCode.EMAIL_NOT_FREE));
    }

    @Test
    @DisplayName("U25: after a crash that leaves an address parked, the same plan goes on, and nothing stays parked")
    void resumesAfterACrash() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        EngagementUserId bert = acme.inStep(user("bert").build());
        address("anna", "bert");
        address("bert", "anna");
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().beforeWrite(write -> {
            if (address(anna).startsWith("parked-")) {
                throw new ProcessDied();
            }
        });
        UserSync dying = acme.sync();
        assertThatThrownBy(() -> dying.apply(plan)).isInstanceOf(ProcessDied.class);
        assertThat(List.of(address(anna), address(bert)))
                .containsExactly("parked-" + anna + "@parked.invalid", "bert@acme.example");
        acme.campaigns().faults().clear();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(2);
        assertThat(List.of(address(anna), address(bert))).containsExactly("bert@acme.example", "anna@acme.example");
        ApplyReport again = acme.sync().apply(plan);
        assertThat(again.written()).isZero();
        assertThat(again.isAsPlanned()).isTrue();
    }
}
