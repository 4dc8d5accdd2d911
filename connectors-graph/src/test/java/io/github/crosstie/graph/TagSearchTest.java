package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.graph.internal.item.ExtendedProperty;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Searches by mark, over a channel that answers from a script. */
class TagSearchTest {

    private static final CorrelationTag TAG = new CorrelationTag("v1/attempt/1");
    private static final Place FOLDER = new Place("F1", "");
    private static final String MORE = "{'value':[],'@odata.nextLink':'https://graph.example/more'}";

    private final ScriptedChannel channel = new ScriptedChannel();
    private final TagSearch tags = new TagSearch(
            new Mailbox("ada@acme.example", channel, Clock.fixed(ScriptedChannel.NOW, ZoneOffset.UTC)),
            new Items(ItemKind.CONTACT));

    private String marked(String id) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ObjectNode item = page.putArray("value").addObject().put("id", id);
        ExtendedProperty.TAG.put(item, tags.stamp(TAG).text());
        return page.toString();
    }

    @Test
    @DisplayName("G4: a marked item is found behind an empty page, so that it is not made twice")
    void looksBehindAnEmptyPage() {
        channel.answer(200, MORE).answer(200, marked("A1"));

        assertThat(tags.find(FOLDER, List.of(TAG))).containsExactly(new Tagged(TAG, new ItemId("A1")));
        assertThat(channel.calls()).last().isEqualTo("GET https://graph.example/more");
    }

    @Test
    @DisplayName("G4: what an earlier attempt left is found behind an empty page as well")
    void looksForOneStampBehindAnEmptyPage() {
        channel.answer(200, MORE).answer(200, marked("A1"));

        assertThat(tags.find(FOLDER, tags.stamp(TAG))).containsExactly("A1");
    }
}
