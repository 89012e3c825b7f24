/* Runs a fuzz target over the files of folders, for compilers without libFuzzer. A file that breaks
 * a property ends the program, so its name is printed before it is tried. */
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATH_ROOM = 4096, FILE_LIMIT = 1 << 20 };

static void run_file(const char *path)
{
    static uint8_t bytes[FILE_LIMIT];
    printf("%s\n", path);
    fflush(stdout);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
}

static size_t run_folder(const char *name)
{
    size_t count = 0;
    DIR *folder = opendir(name);
    if (!folder) {
        perror(name);
        exit(1);
    }
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char path[PATH_ROOM];
        if (entry->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s", name, entry->d_name);
            run_file(path);
            count++;
        }
    }
    closedir(folder);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++) {
        count += run_folder(argv[i]);
    }
    printf("%zu files\n", count);
    return count > 0 ? 0 : 1;
}
