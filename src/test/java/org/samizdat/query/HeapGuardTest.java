package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who ends when the heap is nearly full. */
class HeapGuardTest {
    private static final int MEGABYTE = 1 << 20;

    /** Does nothing but hold what it has taken, until it is ended. */
    private static final class Taker {
        private final CountDownLatch hasTaken = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicReference<byte[][]> taken = new AtomicReference<>();
        private final Thread thread;

        Taker(HeapGuard guard, int megabytes) {
            thread = Thread.ofPlatform().start(() -> guard.run(() -> take(megabytes), end::countDown));
        }

        private boolean take(int megabytes) {
            byte[][] blocks = new byte[megabytes][];
            for (int i = 0; i < megabytes; i++) {
                blocks[i] = new byte[MEGABYTE];
            }
            taken.set(blocks);
            hasTaken.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return true;
        }

        private boolean isEnded() {
            return end.getCount() == 0;
        }
    }

    @Test
    void theOneThatHasTakenMostEnds() throws InterruptedException {
        try (HeapGuard guard = new HeapGuard(100L * MEGABYTE)) {
            Taker little = new Taker(guard, 1);
            Taker most = new Taker(guard, 30);
            Taker much = new Taker(guard, 15);
            for (Taker taker : new Taker[] {little, most, much}) {
                taker.hasTaken.await();
            }
            guard.endLargest();
            most.thread.join();
            assertFalse(little.isEnded() || much.isEnded());
            guard.endLargest();
            much.thread.join();
            assertFalse(little.isEnded());
            guard.endLargest();
            assertFalse(little.isEnded(), "who has taken less than a tenth is not the one to end");
            little.end.countDown();
            little.thread.join();
        }
    }

    @Test
    void saysWhatTheWorkSays() {
        try (HeapGuard guard = new HeapGuard()) {
            assertTrue(guard.run(() -> true, () -> {}));
            assertEquals(false, guard.run(() -> false, () -> {}));
        }
    }
}
