# Answers the data sets that stats.py wrote, with R's own tests where R is exact, with its order statistics elsewhere.
# Rscript stats.R FILE; a line out for each line in, as "name=value" words. Figures it has no answer for are left out.
put <- function(values) cat(paste0(names(values), "=", vapply(values, format, "", digits = 17), collapse = " "), "\n")

ends <- function(test) c(test$conf.int[1], test$conf.int[2])

# Decimal fractions leave dust behind that would pass for differences; what is as small as dust stays as it is.
dusted <- function(d) if (max(abs(d)) > 1e-100) round(d, 9) else d

# How far an interval goes in from each end, as wilcox.test() does it, ties or not.
ordered <- function(sorted, q) c(sorted[q], sorted[length(sorted) + 1 - q])

tested <- function(y, x, paired, exact, found) {
  run <- function(...) wilcox.test(y, x, paired = paired, exact = exact, correct = TRUE, ...)
  found$p <- run()$p.value
  if (exact) {
    test <- run(conf.int = TRUE)
    found$shift <- unname(test$estimate)
    found[c("low", "high")] <- ends(test)
    found$low_bound <- ends(run(conf.int = TRUE, alternative = "greater"))[1]
    found$high_bound <- ends(run(conf.int = TRUE, alternative = "less"))[2]
  }
  found
}

percent <- function(y, x, paired, exact, found) {
  if (min(x, y) <= 0) return(found)
  if (exact) {
    test <- wilcox.test(log(y), log(x), paired = paired, exact = TRUE, conf.int = TRUE)
    found$percent <- 100 * (exp(unname(test$estimate)) - 1)
    found[c("percent_low", "percent_high")] <- 100 * (exp(ends(test)) - 1)
  }
  found
}

windows <- function(x, y) {
  m <- length(x); n <- length(y); untied <- !anyDuplicated(c(x, y)); small <- m < 50 && n < 50
  sorted <- sort(as.vector(outer(y, x, "-")))
  found <- list(shift = median(sorted), median_base = median(x), median_compared = median(y))
  if (small) {
    found[c("low", "high")] <- ordered(sorted, qwilcox(0.025, m, n))
    found[c("low_bound", "high_bound")] <- ordered(sorted, qwilcox(0.05, m, n))
  }
  found$r_method <- if (untied && small) "exact" else "normal"
  found <- percent(y, x, FALSE, untied && small && !anyDuplicated(log(c(x, y))), found)
  tested(y, x, FALSE, untied && small, found)
}

pairs <- function(x, y) {
  n <- length(x); d <- dusted(y - x)
  untied <- !anyDuplicated(abs(d)) && all(d != 0)
  sums <- outer(d, d, "+") / 2
  sorted <- sort(sums[lower.tri(sums, diag = TRUE)])
  found <- list(shift = median(sorted), median_base = median(x), median_compared = median(y))
  if (n < 50) {
    found[c("low", "high")] <- ordered(sorted, qsignrank(0.025, n))
    found[c("low_bound", "high_bound")] <- ordered(sorted, qsignrank(0.05, n))
  }
  exact <- untied && n < 50
  found$r_method <- if (exact) "exact" else "normal"
  found <- percent(y, x, TRUE, exact, found)
  if (all(d == 0)) found else tested(d, NULL, FALSE, exact, found)
}

trend <- function(y) {
  n <- length(y); at <- seq_len(n); size <- 2^floor(log2(max(abs(y), 1e-300)))
  rise <- outer(y, y, "-"); run <- outer(at, at, "-")
  slopes <- (rise / run)[lower.tri(rise)]
  exact <- !anyDuplicated(y) && n < 50
  found <- list(slope = median(slopes), spread = sd(y / size) * size, median = median(y), r_method = if (exact) "exact" else "normal")
  if (found$spread > 0) {
    found$autocorrelation <- acf(y / size, plot = FALSE, lag.max = 1)$acf[2]
    found$slope_p <- cor.test(at, y, method = "kendall", exact = exact, continuity = TRUE)$p.value
  }
  found
}

for (line in readLines(commandArgs(TRUE)[1])) {
  words <- strsplit(line, " ")[[1]]
  numbers <- as.numeric(words[-1])
  put(suppressWarnings(switch(words[1],
    windows = windows(numbers[2 + seq_len(numbers[1])], numbers[2 + numbers[1] + seq_len(numbers[2])]),
    pairs = pairs(numbers[1 + seq_len(numbers[1])], numbers[1 + numbers[1] + seq_len(numbers[1])]),
    trend = trend(numbers[-1]))))
}
