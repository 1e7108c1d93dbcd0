package org.samizdat.check;

import java.util.Locale;

/** What a curator is told to look at. None of it stops a release: what must hold, the shapes of the publication say. */
public enum Rule {
    UNCITED_PART(
            "No claim cites this part of a source, and nothing says why.",
            "Add the claims that it supports, or give the reason that there are none.",
            "part of"),
    UNDATED_CLAIM(
            "Neither this claim nor a thing in it has a date, while other claims that cite the same part of a source have one.",
            "See whether that part says when this was so, too.",
            "cites"),
    REPEATED_CLAIM(
            "Several claims say the same, and differ in nothing but what they cite.",
            "Keep one of them, unless each part of the source says it by itself.",
            "statement"),
    DIFFERING_CLAIMS(
            "Several claims make the same statement and differ otherwise.",
            "See that each is meant: of rivals, each names whose view it is; of several occasions, each its circumstances.",
            "statement"),
    RIVAL_VALUES(
            "Claims give one thing several values of a property that has one: a functional property, a date or a number.",
            "Correct what is wrong; where the source has them all, let each claim name whose word it is.",
            "values"),
    SHARED_NAME(
            "Several things go by the same name, apart from case, accents and order of words.",
            "Merge them if they are one; else give them labels that tell them apart.",
            "name"),
    SIMILAR_NAME(
            "Two things have names that differ in a few letters.",
            "Merge them if they are one, or correct the name that is misspelt.",
            "names"),
    SAME_DESCRIPTION(
            "Several things are described in the same words.",
            "Say of each what sets it apart, if the source tells.",
            "description"),
    NO_DESCRIPTION("Nothing describes this thing.", "Add a sentence that says who or what it is.", "kind"),
    UNCLAIMED_THING(
            "This thing is neither subject nor object of a claim.",
            "Add what the source says of it, or take it out.",
            "mentioned as"),
    SINGLE_SOURCE(
            "All claims about this thing rest on the same part of a source.",
            "See whether other parts speak of it, by another name perhaps.",
            "rests on"),
    SINGLE_VOICE(
            "All claims about this thing are the word of one.",
            "See whether the source says something of it in its own voice.",
            "according to"),
    UNLINKED_THING(
            "No link leads from this thing to what is elsewhere on the web.",
            "Add an identifier from elsewhere, if one is known for certain.",
            "kind"),
    UNUSED_TERM(
            "The ontology has this term, but the data does not use it, nor anything from which it follows.",
            "Take it out, or say as its skos:editorialNote why it is there.",
            "kind"),
    UNDEFINED_TERM(
            "The data uses this term of the publication's own, and the ontology does not say all that it should of it.",
            "Give it a type, a label and a definition.",
            "lack"),
    SHAPE_WARNING("A shape of the publication warns of this.", "Do as it says.", "warning");

    private final String meaning;
    private final String advice;
    private final String detail;

    Rule(String meaning, String advice, String detail) {
        this.meaning = meaning;
        this.advice = advice;
        this.detail = detail;
    }

    /** The rule's name in reports: {@code undated-claim}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is so where the rule finds something. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** What the detail of a case is: a caption. */
    public String detail() {
        return detail;
    }
}
