package org.samizdat.mapping;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/**
 * What the variables of a mapping stand for while one row is mapped. It is the same object for all rows and is written over
 * again and again, which a {@link Binding} otherwise never is: ARQ sees it only while it evaluates one expression or pattern.
 */
final class Solution extends BindingBase {
    private final List<Var> variables;
    private final Map<Var, Integer> places;
    private final Node[] values;

    Solution(List<Var> variables) {
        super(null);
        this.variables = variables;
        this.places = IntStream.range(0, variables.size())
                .boxed()
                .collect(java.util.stream.Collectors.toMap(variables::get, i -> i));
        this.values = new Node[variables.size()];
    }

    /** The value in a place, or null if the variable is unbound. */
    Node at(int place) {
        return values[place];
    }

    void set(int place, Node value) {
        values[place] = value;
    }

    void clear() {
        Arrays.fill(values, null);
    }

    int place(Var variable) {
        return places.get(variable);
    }

    boolean knows(Var variable) {
        return places.containsKey(variable);
    }

    @Override
    protected Iterator<Var> vars1() {
        return variables.stream().filter(this::contains1).iterator();
    }

    @Override
    protected int size1() {
        return (int) Arrays.stream(values).filter(value -> value != null).count();
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Node get1(Var variable) {
        Integer place = places.get(variable);
        return place == null ? null : values[place];
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return detach();
    }

    /** A copy that later rows do not change. */
    @Override
    public Binding detach() {
        BindingBuilder copy = Binding.builder();
        forEach(copy::add);
        return copy.build();
    }
}
