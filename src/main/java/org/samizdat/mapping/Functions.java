package org.samizdat.mapping;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.samizdat.table.Edtf;

/** The functions that a mapping may call beside SPARQL's own; see docs/publication.md. */
final class Functions {
    static final String NAMESPACE = "https://w3id.org/samizdat/function#";
    static final String IRI = NAMESPACE + "iri";

    private static final RDFDatatype EDTF =
            TypeMapper.getInstance().getSafeTypeByName("http://id.loc.gov/datatypes/edtf/EDTF");

    /** The xsd: casts of SPARQL 1.2, 17.5. */
    private static final Set<String> CASTS = Set.of(
            XSDDatatype.XSDboolean.getURI(),
            XSDDatatype.XSDdouble.getURI(),
            XSDDatatype.XSDfloat.getURI(),
            XSDDatatype.XSDdecimal.getURI(),
            XSDDatatype.XSDinteger.getURI(),
            XSDDatatype.XSDdateTime.getURI(),
            XSDDatatype.XSDdate.getURI(),
            XSDDatatype.XSDstring.getURI());

    /** The functions of one date, by their local names. */
    private static final Map<String, java.util.function.Function<Edtf, NodeValue>> OF_DATE = Map.of(
            "date", Functions::date,
            "earliestStart", date -> day(date.earliestStart()),
            "latestStart", date -> day(date.latestStart()),
            "earliestEnd", date -> day(date.earliestEnd()),
            "latestEnd", date -> day(date.latestEnd()));

    private Functions() {}

    static boolean isAllowed(String iri) {
        return CASTS.contains(iri)
                || iri.equals(IRI)
                || iri.startsWith(NAMESPACE) && OF_DATE.containsKey(iri.substring(NAMESPACE.length()));
    }

    /** How many arguments a function takes; an xsd: cast takes one. */
    static int arity(String iri) {
        return iri.equals(IRI) ? 2 : 1;
    }

    /** Makes these functions, and no others, known to the queries that run in a context. */
    static void register(Context context) {
        FunctionRegistry registry = new FunctionRegistry();
        CASTS.forEach(
                cast -> registry.put(cast, FunctionRegistry.standardRegistry().getFunctionFactory(cast)));
        registry.put(IRI, uri -> new Iri());
        Dates dates = new Dates();
        OF_DATE.forEach((name, function) -> registry.put(NAMESPACE + name, uri -> new OfDate(name, function, dates)));
        FunctionRegistry.set(context, registry);
    }

    /** The local part of an IRI that a curator types. */
    static boolean isSlug(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
            if (!alphanumeric && (i == 0 || c != '-' && c != '.' && c != '_')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static NodeValue date(Edtf date) {
        RDFDatatype datatype = date.exact()
                .<RDFDatatype>map(name -> TypeMapper.getInstance().getSafeTypeByName(XSDDatatype.XSD + "#" + name))
                .orElse(EDTF);
        return NodeValue.makeNode(NodeFactory.createLiteralDT(date.toString(), datatype));
    }

    /** Years have four digits at most, so that the text is that of XSD 1.1. */
    private static NodeValue day(Optional<LocalDate> day) {
        return day.map(found -> NodeValue.makeNode(NodeFactory.createLiteralDT(found.toString(), XSDDatatype.XSDdate)))
                .orElseThrow(() -> new VariableNotBoundException("The date is open or unknown on this side."));
    }

    private static String text(NodeValue value, String function) {
        if (!value.isString()) {
            throw new ExprEvalException(function + " takes a plain string, not " + value);
        }
        return value.asString();
    }

    /** {@code f:iri(namespace, slug)}. */
    private static final class Iri implements Function {
        @Override
        public void build(String uri, ExprList args, Context context) {
            require(args, uri);
        }

        @Override
        public NodeValue exec(Binding binding, ExprList args, String uri, FunctionEnv env) {
            String slug = text(args.get(1).eval(binding, env), "f:iri");
            if (!isSlug(slug)) {
                throw new ExprEvalException(
                        "'" + slug + "' is not a slug; write letters A to Z, digits, '-', '.' and '_' only,"
                                + " and begin with a letter or digit");
            }
            NodeValue namespace = args.get(0).eval(binding, env);
            if (!namespace.isIRI()) {
                throw new ExprEvalException("f:iri takes an IRI as namespace, not " + namespace);
            }
            return new NodeValueNode(
                    NodeFactory.createURI(namespace.asNode().getURI().concat(slug)));
        }
    }

    /** Dates and what the functions made of them: tables say the same dates again and again. */
    private static final class Dates {
        private static final int REMEMBERED = 4_096;

        private final Map<String, Known> known = new HashMap<>();

        private record Known(Edtf date, Map<String, NodeValue> values) {}

        NodeValue value(String text, String name, java.util.function.Function<Edtf, NodeValue> function) {
            Known of = known.get(text);
            if (of == null) {
                of = new Known(parse(text), new HashMap<>(OF_DATE.size() * 2));
                if (known.size() == REMEMBERED) {
                    known.clear();
                }
                known.put(text, of);
            }
            Edtf date = of.date();
            return of.values().computeIfAbsent(name, missing -> function.apply(date));
        }

        private static Edtf parse(String text) {
            try {
                return Edtf.parse(text);
            } catch (IllegalArgumentException e) {
                throw new ExprEvalException(e.getMessage());
            }
        }
    }

    private record OfDate(String name, java.util.function.Function<Edtf, NodeValue> function, Dates dates)
            implements Function {
        @Override
        public void build(String uri, ExprList args, Context context) {
            require(args, uri);
        }

        @Override
        public NodeValue exec(Binding binding, ExprList args, String uri, FunctionEnv env) {
            return dates.value(text(args.get(0).eval(binding, env), "f:" + name), name, function);
        }
    }

    private static void require(ExprList args, String uri) {
        if (args.size() != arity(uri)) {
            throw new ExprException("<" + uri + "> takes " + arity(uri) + " arguments, not " + args.size());
        }
    }
}
