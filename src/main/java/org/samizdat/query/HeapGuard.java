package org.samizdat.query;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Looks, after each garbage collection, how much of the heap is left. When that is little, the query that has taken most
 * ends, so that the others and the process go on.
 */
final class HeapGuard implements AutoCloseable {
    private static final double FULL = 0.75;
    /** Of the heap: who has taken less is not the one to end. */
    private static final double MUCH = 0.1;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final long heap;
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    private final Set<Guarded> running = ConcurrentHashMap.newKeySet();
    private final NotificationListener listener = (notification, handback) -> collected(notification);

    HeapGuard() {
        this(Runtime.getRuntime().maxMemory());
    }

    /** @param heap how many bytes there are for all */
    HeapGuard(long heap) {
        this.heap = heap;
        collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
    }

    /** What one thread does. */
    private final class Guarded {
        private final Runnable end;
        private final long thread = Thread.currentThread().threadId();
        private final long before = THREADS.getThreadAllocatedBytes(thread);

        private Guarded(Runnable end) {
            this.end = end;
        }

        private long taken() {
            return THREADS.getThreadAllocatedBytes(thread) - before;
        }
    }

    /**
     * @param end called, by another thread, if the work has to end
     * @return what the work says
     */
    boolean run(BooleanSupplier work, Runnable end) {
        Guarded guarded = new Guarded(end);
        running.add(guarded);
        try {
            return work.getAsBoolean();
        } finally {
            running.remove(guarded);
        }
    }

    private void collected(Notification notification) {
        boolean isCollection =
                notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION);
        if (isCollection && !running.isEmpty() && isNearlyFull(notification)) {
            // What is left after a partial collection may be garbage: nobody is ended for that.
            System.gc();
            if (MEMORY.getHeapMemoryUsage().getUsed() > FULL * heap) {
                endLargest();
            }
        }
    }

    private boolean isNearlyFull(Notification notification) {
        long used = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        return used > FULL * heap;
    }

    /** Ends the one that has taken most, if that is much. */
    void endLargest() {
        running.stream()
                .max(Comparator.comparingLong(Guarded::taken))
                .filter(largest -> largest.taken() > MUCH * heap)
                .ifPresent(largest -> largest.end.run());
    }

    @Override
    public void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new AssertionError("It was added when this was made.", e);
            }
        }
    }
}
