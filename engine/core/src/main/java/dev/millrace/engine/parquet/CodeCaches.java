package dev.millrace.engine.parquet;

import dev.millrace.engine.stats.Categories;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The caches of one column, one for each strategy that encodes it. Few, and only the latest ones are kept.
final class CodeCaches {

    private static final int MOST = 8;

    private final List<CodeCache> caches = new ArrayList<>(); // the latest last

    CodeCache of(Categories categories, @Nullable LeafDictionary dictionary) {
        for (int i = caches.size() - 1; i >= 0; i--) {
            CodeCache cache = caches.get(i);
            if (cache.isOf(categories)) {
                cache.use(dictionary);
                return cache;
            }
        }
        if (caches.size() == MOST) {
            caches.removeFirst();
        }
        CodeCache cache = new CodeCache(categories);
        cache.use(dictionary);
        caches.add(cache);
        return cache;
    }
}
