package io.github.crosstie.benchmarks.store;

import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Measures the durable store on a database: first the links are stored, then the rest is done beside them. Used by one
 * thread.
 */
public final class StoreMeasurement {

    /** Mailboxes that take turns in being claimed. */
    private static final int DUE_MAILBOXES = 100_000;

    private static final long PERIOD = DUE_MAILBOXES;
    private static final int CLAIMED = 100;

    /** Links of a user as many have: contacts, or events of some weeks. */
    private static final int QUIET_LINKS = 100;

    private final StoreLoad load;
    private final ScaleDatabase database;
    private final Consumer<String> progress;
    private final JdbcStateStore store;
    private final Map<StoreMeasure, Double> figures = new EnumMap<>(StoreMeasure.class);
    private final AtomicLong turns = new AtomicLong();

    private StoreMeasurement(StoreLoad load, ScaleDatabase database, Consumer<String> progress) {
        this.load = load;
        this.database = database;
        this.progress = progress;
        JdbcSchema.of(database.source()).apply();
        store = JdbcStateStore.open(database.source());
    }

    /**
     * Measures.
     *
     * @param load what is stored
     * @param database an empty database
     * @param progress is told what is measured next
     * @return what was measured
     * @throws SQLException if the database refuses
     * @throws IOException if its disk does
     * @throws InterruptedException if this thread is to end
     */
    public static StoreColumn measure(StoreLoad load, ScaleDatabase database, Consumer<String> progress)
            throws SQLException, IOException, InterruptedException {
        StoreMeasurement measurement = new StoreMeasurement(load, database, progress);
        measurement.links();
        measurement.reading();
        measurement.commits(StoreMeasure.COMMITS, 1);
        measurement.commits(StoreMeasure.COMMITS_OF_EIGHT, Workers.MOST);
        measurement.leases(StoreMeasure.LEASES, 1);
        measurement.leases(StoreMeasure.LEASES_OF_EIGHT, Workers.MOST);
        measurement.quietRounds();
        measurement.claims();
        return new StoreColumn(database.name(), measurement.figures);
    }

    private void next(StoreMeasure measure) {
        progress.accept(database.name() + ": " + measure.what());
    }

    private void links() throws SQLException, IOException {
        next(StoreMeasure.LINKS_STORED);
        long empty = database.bytes();
        long began = System.nanoTime();
        for (int collection = 0; collection < load.collections(); collection++) {
            Fence fence = acquired(StoreLoad.collection(collection), "loader");
            int first = collection * StoreLoad.COLLECTION;
            for (int link = first; link < first + StoreLoad.COLLECTION; link += StoreLoad.COMMIT) {
                store.commit(fence, load.stored(link, StoreLoad.COMMIT));
            }
            store.release(fence);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.put(StoreMeasure.LINKS_STORED, load.number() / seconds);
        figures.put(StoreMeasure.LINK_BYTES, (double) (database.bytes() - empty) / load.number());
    }

    private void reading() throws InterruptedException {
        next(StoreMeasure.LINKS_READ);
        AtomicInteger next = new AtomicInteger();
        rate(StoreMeasure.LINKS_READ, 1, worker -> () -> {
            int collection = Math.floorMod(next.getAndIncrement(), load.collections());
            int read = store.load(StoreLoad.collection(collection)).links().size();
            if (read != StoreLoad.COLLECTION) {
                throw new IllegalStateException(
                        "collection " + collection + " holds " + read + " links instead of " + StoreLoad.COLLECTION);
            }
            return read;
        });
    }

    private void commits(StoreMeasure measure, int workers) throws InterruptedException {
        next(measure);
        rate(measure, workers, worker -> {
            Fence fence = acquired(StoreLoad.collection(worker), measure.name());
            int first = worker * StoreLoad.COLLECTION;
            return () -> {
                long turn = turns.incrementAndGet();
                store.commit(fence, load.changed(first + (int) (turn % StoreLoad.COLLECTION), turn));
                return 1;
            };
        });
        // Whoever measures next takes these leases.
        for (int worker = 0; worker < workers; worker++) {
            store.release(acquired(StoreLoad.collection(worker), measure.name()));
        }
    }

    private void leases(StoreMeasure measure, int workers) throws InterruptedException {
        next(measure);
        rate(measure, workers, worker -> {
            CollectionKey collection = StoreLoad.collection(worker);
            return () -> {
                store.release(acquired(collection, "worker"), StoreLoad.lastWords(turns.incrementAndGet()));
                return 1;
            };
        });
    }

    private void quietRounds() throws InterruptedException {
        next(StoreMeasure.QUIET_ROUNDS);
        rate(StoreMeasure.QUIET_ROUNDS, Workers.MOST, worker -> {
            CollectionKey collection = StoreLoad.collection(load.collections() + worker);
            Fence filling = acquired(collection, "loader");
            store.commit(filling, load.stored(0, QUIET_LINKS));
            store.release(filling);
            return () -> {
                Fence fence = acquired(collection, "worker");
                if (store.load(collection).links().size() != QUIET_LINKS) {
                    throw new IllegalStateException(collection + " does not hold its " + QUIET_LINKS + " links");
                }
                store.release(fence, StoreLoad.lastWords(turns.incrementAndGet()));
                return 1;
            };
        });
    }

    private void claims() throws SQLException, InterruptedException {
        next(StoreMeasure.CLAIMS);
        DueTable due = DueTable.of(database.source(), DUE_MAILBOXES);
        rate(StoreMeasure.CLAIMS, Workers.MOST, worker -> () -> due.claim(worker, CLAIMED, PERIOD));
    }

    private void rate(StoreMeasure measure, int workers, IntFunction<Workers.Work> work) throws InterruptedException {
        figures.put(measure, load.workers(workers).perSecond(work));
    }

    private Fence acquired(CollectionKey collection, String owner) {
        return store.acquire(collection, owner, StoreLoad.NOW, StoreLoad.LEASE)
                .orElseThrow(() -> new IllegalStateException("somebody else holds the lease of " + collection));
    }
}
