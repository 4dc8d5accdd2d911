package io.github.crosstie.examples.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person does in Salesforce. */
class SalesforceScreenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 19);

    @Test
    @DisplayName("an all-day event that is given hours is no longer one of whole days")
    void givesHours() {
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(MutableClock.create())) {
            String ada = salesforce.organization().addUser("ada@acme.example", "Lovelace");
            Screen screen = SalesforceScreen.of(salesforce.organization(), new Owner(ada), ItemKind.EVENT);
            EventTime hours = new EventTime.Timed(
                    DAY.atTime(9, 0).atZone(Systems.ZONE), DAY.atTime(10, 0).atZone(Systems.ZONE));
            screen.create(Item.event()
                    .set(EventFields.SUBJECT, "Fair")
                    .set(EventFields.TIME, new EventTime.AllDay(DAY, DAY.plusDays(1)))
                    .build());

            screen.edit("Fair", EventFields.TIME, hours);

            assertThat(screen.byId().values())
                    .singleElement()
                    .satisfies(event -> assertThat(event.get(EventFields.TIME)).contains(hours));
        }
    }
}
