package io.github.crosstie.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WritePreparationTest {

    private static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);
    private static final RecordKey ADA = new RecordKey(Side.CRM, new ItemId("a"));
    private static final ItemId COPY = new ItemId("m");
    private static final LinkId LINK = new LinkId("link");
    private static final Item NOTHING = Item.contact().build();

    private final CollectionState state = CollectionState.empty();
    private final WritePreparation preparation =
            new WritePreparation(CONTACTS, state, () -> "next", Measures.current());

    @Test
    @DisplayName("G4: a half that has turned up since it was planned is not created a second time")
    void createsNoHalfThatHasTurnedUp() {
        link(Link.of(LINK, half(ADA.id()), half(COPY)));

        assertThat(preparation.prepare(create(null))).isEmpty();
    }

    @Test
    @DisplayName("S3: a deleted half is created again, in the link's next life")
    void createsADeletedHalfAgain() {
        link(Link.of(LINK, half(ADA.id()), half(COPY)));

        PreparedWrite prepared = preparation.prepare(create(COPY)).orElseThrow();

        assertThat(prepared.intent()).first().isInstanceOfSatisfying(StateChange.PutLink.class, put -> {
            assertThat(put.link().generation()).isEqualTo(1);
            assertThat(put.link().missing()).contains(Side.MAIL);
        });
    }

    @Test
    @DisplayName("S3: a deleted half is not created again if another record has taken its place")
    void replacesNoOtherRecord() {
        link(Link.of(LINK, half(ADA.id()), half(new ItemId("other"))));

        assertThat(preparation.prepare(create(COPY))).isEmpty();
    }

    private void link(Link link) {
        state.apply(List.of(new StateChange.PutLink(link)));
    }

    private static Half half(ItemId id) {
        return new Half(id, new ItemVersion("v1"), NOTHING);
    }

    private static PlannedChange.Create create(@Nullable ItemId replaces) {
        return new PlannedChange.Create(Side.MAIL, ADA, new ItemVersion("v1"), LINK, replaces, NOTHING, NOTHING);
    }
}
