package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.Translation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraphIdTranslatorTest {

    private static final List<ItemId> IDS = List.of(new ItemId("AAMkAOne"));

    private final Office office = new Office(Way.LEAN);
    private final IdTranslator translator = office.connector.idTranslator();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("S22: an application without the right to translate ids leaves them untranslated")
    void livesWithoutTheRight() {
        office.graph.faults().every("POST translateExchangeIds").refuse(403, "ErrorAccessDenied");

        assertThat(translator.translate(Office.ADA, IDS))
                .singleElement()
                .isInstanceOf(Translation.Untranslatable.class);
    }

    @Test
    @DisplayName("S22: a token that is not accepted says nothing of ids: the move waits for another one")
    void waitsForAToken() {
        office.graph.faults().every("POST translateExchangeIds").refuse(401, "InvalidAuthenticationToken");

        assertThatThrownBy(() -> translator.translate(Office.ADA, IDS)).isInstanceOf(UnauthorizedException.class);
    }
}
