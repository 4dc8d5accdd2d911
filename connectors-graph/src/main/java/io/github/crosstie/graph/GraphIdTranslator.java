package io.github.crosstie.graph;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.operation.TranslateIds;
import io.github.crosstie.graph.wire.GraphChannels;
import io.github.crosstie.item.ItemId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says which id an item that Exchange Web Services know has over Graph (S22). The mailbox must be the same one: an item that was
 * copied from another server has no such id, or one of another item. Thread-safe; calls out, a request for each thousand ids.
 */
public final class GraphIdTranslator {

    private final GraphChannels channels;

    GraphIdTranslator(GraphChannels channels) {
        this.channels = channels;
    }

    /**
     * Translates ids. That an id can be translated does not say that there is an item of it.
     *
     * @param owner whose mailbox
     * @param ids ids as Exchange Web Services give them, any number
     * @return for each id that the server could translate, the id over Graph that stays for good; in the order of the ids
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox cannot be asked
     */
    public Map<ItemId, ItemId> toGraph(Owner owner, Collection<ItemId> ids) {
        Map<ItemId, ItemId> translated = new LinkedHashMap<>();
        new TranslateIds(channels.channel(owner))
                .translate(
                        ids.stream().map(ItemId::value).toList(), TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE)
                .forEach((from, to) -> translated.put(new ItemId(from), new ItemId(to)));
        return translated;
    }
}
