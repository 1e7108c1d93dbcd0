package org.samizdat.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;

/**
 * Queries that are asked while an equal one runs. The first leads their group: it runs, and what it finds is the answer to all;
 * the others wait meanwhile, and need no place.
 */
final class EqualQueries {
    /** One that is asked. What it is told may come from any thread, and must not block. */
    interface Member {
        void answered(Answer answer);

        void failed(HttpProblem problem);

        /** The one that led the group does not run any more; this one leads now. */
        void takeOver();

        /** There will be no answer for all. */
        void goAlone();

        /** To the one that leads: nobody waits for its answer any more. */
        void isLeft();
    }

    /** Guarded by this. */
    private final Map<String, Group> groups = new HashMap<>();

    /** The group of queries of this identity: who comes first leads it, the others wait. May be called again by its members. */
    synchronized Group join(String identity, Member member) {
        Group group = groups.computeIfAbsent(identity, name -> new Group(name, member));
        if (group.leader != member && !group.waiting.contains(member)) {
            group.waiting.add(member);
        }
        return group;
    }

    /** How many wait at the moment. */
    synchronized int waiting() {
        return groups.values().stream().mapToInt(group -> group.waiting.size()).sum();
    }

    private synchronized List<Member> end(Group group) {
        groups.remove(group.identity, group);
        List<Member> others = List.copyOf(group.waiting);
        group.waiting.clear();
        return others;
    }

    /** Who waits longest leads next. */
    private synchronized List<Member> next(Group group) {
        Member next = group.waiting.poll();
        if (next == null) {
            groups.remove(group.identity, group);
            return List.of();
        }
        group.leader = next;
        return List.of(next);
    }

    /** Equal queries of which one runs. All but {@link #leave} is for the one that leads. */
    final class Group {
        private final String identity;
        private final Deque<Member> waiting = new ArrayDeque<>();
        private Member leader;

        private Group(String identity, Member leader) {
            this.identity = identity;
            this.leader = leader;
        }

        boolean isLedBy(Member member) {
            synchronized (EqualQueries.this) {
                return leader == member;
            }
        }

        boolean isWaitedFor() {
            synchronized (EqualQueries.this) {
                return !waiting.isEmpty();
            }
        }

        /** This is the answer to all. */
        void answer(Answer answer) {
            end(this).forEach(member -> member.answered(answer));
        }

        /** This is what all are told, since none would fare better. */
        void fail(HttpProblem problem) {
            end(this).forEach(member -> member.failed(problem));
        }

        /** The answer is for one alone. */
        void disband() {
            end(this).forEach(Member::goAlone);
        }

        /** Another one leads from now on, if there is any. */
        void pass() {
            next(this).forEach(Member::takeOver);
        }

        /** Whether this one was waiting; it does not any more. */
        boolean leave(Member member) {
            boolean left;
            boolean last;
            Member lonely;
            synchronized (EqualQueries.this) {
                left = waiting.remove(member);
                last = left && waiting.isEmpty();
                lonely = leader;
            }
            if (last) {
                lonely.isLeft();
            }
            return left;
        }
    }
}
