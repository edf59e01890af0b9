# Times R's packages on the ratings of a file: one byte a rating, group by group, person by person, item by item.
# Prints a line a measure: name, seconds for all groups, mean of the figures, and how many groups were really run.
arguments <- commandArgs(trailingOnly = TRUE)
groups <- as.integer(arguments[2]); people <- as.integer(arguments[3]); items <- as.integer(arguments[4])
x <- readBin(arguments[1], integer(), groups * people * items, size = 1)
x <- matrix(x, ncol = items, byrow = TRUE)
group <- rep(seq_len(groups), each = people)
tell <- function(name, run, of) {
  seconds <- system.time(mean <- run())["elapsed"]
  cat(sprintf("%s %.4f %.10f %d\n", name, seconds * groups / of, mean, of))
}
missing <- function(name, package) cat(sprintf("%s missing %s\n", name, package))
has <- function(package) suppressWarnings(suppressPackageStartupMessages(requireNamespace(package, quietly = TRUE)))

cat(sprintf("R %s.%s\n", R.version$major, R.version$minor))
if (has("multilevel")) {
  tell("r_wg", function() {
    mean(sapply(seq_len(items), function(j) mean(multilevel::rwg(x[, j], group, ranvar = 2)$rwg)))
  }, groups)
  tell("AD", function() mean(multilevel::ad.m(x, group)$AD.M), groups)
} else { missing("r_wg", "multilevel"); missing("AD", "multilevel") }
if (has("agrmt")) {
  some <- min(groups, 100)
  tell("A", function() {
    mean(sapply(seq_len(some), function(g) {
      mean(apply(x[group == g, ], 2, function(r) agrmt::agreement(tabulate(r, 5))))
    }))
  }, some)
} else missing("A", "agrmt")
if (has("irr")) {
  some <- min(groups, 100)
  tell("alpha", function() {
    mean(sapply(seq_len(some), function(g) irr::kripp.alpha(x[group == g, ], "ordinal")$value))
  }, some)
} else missing("alpha", "irr")
