package io.github.crosstie.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The same bytes, appended to a plain file and forced to the disk: the limit that the disk sets to one worker. */
public final class PlainFileBound {

    private PlainFileBound() {}

    /**
     * Measures.
     *
     * @param load what is written
     * @param folder on which disk
     * @return what was measured
     * @throws IOException if the disk does not take it
     * @throws InterruptedException if this thread is to end
     */
    public static StoreColumn measure(StoreLoad load, Path folder) throws IOException, InterruptedException {
        Map<StoreMeasure, Double> figures = new EnumMap<>(StoreMeasure.class);
        try (PlainFile file = PlainFile.in(folder)) {
            figures.put(StoreMeasure.COMMITS, rate(load, file, load.plainChange(), 1));
            ByteBuffer links = load.plain(0, StoreLoad.COMMIT);
            figures.put(StoreMeasure.LINKS_STORED, rate(load, file, links, StoreLoad.COMMIT));
            figures.put(StoreMeasure.LINK_BYTES, (double) links.remaining() / StoreLoad.COMMIT);
            // One to take it, one to give it back.
            figures.put(StoreMeasure.LEASES, rate(load, file, StoreLoad.plainLastWords(), 1) / 2);
        }
        return new StoreColumn("plain file, forced", figures);
    }

    private static double rate(StoreLoad load, PlainFile file, ByteBuffer bytes, int parts)
            throws InterruptedException {
        return load.workers(1).perSecond(worker -> () -> {
            file.append(bytes);
            return parts;
        });
    }
}
