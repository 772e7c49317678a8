package dev.millrace.lab.result;

import dev.millrace.lab.learn.ModelQuality;

/// How well a model learned from what a side wrote.
public record ModeQuality(String side, ModelQuality quality) {}
