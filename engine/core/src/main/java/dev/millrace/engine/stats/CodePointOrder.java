package dev.millrace.engine.stats;

import java.util.Comparator;

/// Ascending order of texts by code points, as Python sorts them. Java's own order of Strings differs from it where
/// characters outside the Basic Multilingual Plane meet those above the surrogates.
public final class CodePointOrder {

    public static final Comparator<String> ASCENDING = CodePointOrder::compare;

    private CodePointOrder() {}

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }
}
