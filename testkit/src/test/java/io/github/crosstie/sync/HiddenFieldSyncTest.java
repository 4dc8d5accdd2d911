package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenFieldSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace")
            .set(COMPANY_NAME, "Engines")
            .set(JOB_TITLE, "Analyst")
            .build();

    private final Enrollment user = Enrollment.contacts();

    @BeforeEach
    void adaAndCharlesAreInStep() {
        user.crm.create(ADA);
        user.crm.create(Items.contact("Charles", "Babbage").build());
        user.run();
    }

    private ItemId ada(Side side) {
        return user.on(side).items().keySet().iterator().next();
    }

    private RoundReport runWithout(Side side) {
        Endpoint crm = user.crmSystem.open(Enrollment.USER, user.key.kind(), user.configuration);
        Endpoint mail = user.mailSystem.open(Enrollment.MAILBOX, user.key.kind(), user.configuration);
        return SyncRound.of(
                        user.key,
                        user.configuration,
                        side == Side.CRM ? new NarrowEndpoint(crm, COMPANY_NAME) : crm,
                        side == Side.MAIL ? new NarrowEndpoint(mail, COMPANY_NAME) : mail,
                        user.store,
                        user.clock,
                        user.ids)
                .run();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S4: a field that a side no longer holds is not erased on the other, nor when it comes back")
    void erasesNothing(Side side) {
        user.on(side).edit(ada(side), contact -> contact.set(JOB_TITLE, "Countess"));
        runWithout(side);

        Item expected = ADA.toBuilder().set(JOB_TITLE, "Countess").build();
        assertThat(user.on(side.other()).item(ada(side.other()))).contains(expected);

        user.on(side.other()).edit(ada(side.other()), contact -> contact.set(JOB_TITLE, "Lady"));
        runWithout(side);
        user.on(side).edit(ada(side), contact -> contact.set(JOB_TITLE, "Lady"));
        RoundReport back = user.run();

        assertThat(back.writes()).isZero();
        assertThat(back.journal()).isEmpty();
        assertThat(user.crm.item(ada(Side.CRM)))
                .isEqualTo(user.mail.item(ada(Side.MAIL)))
                .contains(ADA.toBuilder().set(JOB_TITLE, "Lady").build());
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S4: a field that a side no longer holds is no edit that beats a deletion")
    void isNoEdit(Side side) {
        user.on(side).edit(ada(side), contact -> contact.set(JOB_TITLE, "Analyst"));
        user.settings(change -> change.deletions(Side.MAIL, io.github.crosstie.configuration.DeletePolicy.PROPAGATE));
        user.on(side.other()).delete(ada(side.other()));

        runWithout(side);

        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.mail.items()).hasSize(1);
    }
}
