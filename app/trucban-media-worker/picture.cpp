// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.h"

#include "output.h"

#include <QString>

#include <memory>
#include <optional>
#include <unistd.h>
#include <vips/vips.h>

namespace trucban::worker {

using namespace Qt::StringLiterals;

namespace {

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
using Image = std::unique_ptr<VipsImage, Unref>;
using Source = std::unique_ptr<VipsSource, Unref>;

/// only the loaders for what phones and Facebook send; all others stay shut, whatever the bytes say
void openOnlyKnownLoaders()
{
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char *loader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp", "VipsForeignLoadHeif"})
        vips_operation_block_set(loader, FALSE);
}

Source sourceOf(int fd)
{
    lseek(fd, 0, SEEK_SET);
    return Source(vips_source_new_from_descriptor(fd));
}

struct Upright {
    int width = 0;
    int height = 0;
};

std::optional<Upright> measured(int fd)
{
    const Source source = sourceOf(fd);
    const Image header(vips_image_new_from_source(source.get(), "", nullptr));
    if (!header)
        return std::nullopt;
    const bool lies = vips_image_get_orientation_swap(header.get());
    const int width = vips_image_get_width(header.get());
    const int height = vips_image_get_page_height(header.get());
    return lies ? Upright{height, width} : Upright{width, height};
}

/// shrunk while loading where the format can, turned upright, in sRGB, without transparency
Image shrunk(int fd, int side, const char *failOn)
{
    const Source source = sourceOf(fd);
    VipsImage *small = nullptr;
    if (vips_thumbnail_source(source.get(), &small, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb", "option_string",
                                failOn, nullptr) != 0)
        return {};
    Image kept(small);
    if (!vips_image_hasalpha(small)) // flatten takes the last band for transparency, whatever it is: of a photograph it would take the blue
        return Image(vips_image_copy_memory(small));
    VipsImage *flat = nullptr;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    const bool good = vips_flatten(small, &flat, "background", white, nullptr) == 0;
    vips_area_unref(VIPS_AREA(white));
    if (!good)
        return {};
    const Image flattened(flat);
    return Image(vips_image_copy_memory(flat)); // pixels are decoded here, once
}

QByteArray jpegOf(VipsImage *image, int quality)
{
    void *bytes = nullptr;
    size_t size = 0;
    if (vips_jpegsave_buffer(image, &bytes, &size, "Q", quality, "keep", VIPS_FOREIGN_KEEP_NONE, "optimize_coding", TRUE, nullptr) != 0)
        return {};
    QByteArray jpeg(static_cast<const char *>(bytes), qsizetype(size));
    g_free(bytes);
    return jpeg;
}

Image resized(VipsImage *image, int side)
{
    VipsImage *small = nullptr;
    if (vips_thumbnail_image(image, &small, side, "height", side, "size", VIPS_SIZE_DOWN, nullptr) != 0)
        return {};
    return Image(small);
}

/// dHash: is each pixel of a 9 × 8 grey copy brighter than its right neighbour
std::optional<quint64> dHash(VipsImage *image)
{
    VipsImage *grey = nullptr;
    if (vips_colourspace(image, &grey, VIPS_INTERPRETATION_B_W, nullptr) != 0)
        return std::nullopt;
    const Image held(grey);
    VipsImage *tiny = nullptr;
    if (vips_thumbnail_image(grey, &tiny, 9, "height", 8, "size", VIPS_SIZE_FORCE, nullptr) != 0)
        return std::nullopt;
    const Image heldTiny(tiny);
    VipsImage *bytes = nullptr;
    if (vips_cast_uchar(tiny, &bytes, nullptr) != 0)
        return std::nullopt;
    const Image heldBytes(bytes);
    size_t size = 0;
    auto *pixels = static_cast<uchar *>(vips_image_write_to_memory(bytes, &size));
    const int bands = vips_image_get_bands(bytes);
    if (!pixels || size != size_t(72 * bands)) {
        g_free(pixels);
        return std::nullopt;
    }
    quint64 hash = 0;
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x)
            hash = hash << 1 | quint64(pixels[(y * 9 + x) * bands] > pixels[(y * 9 + x + 1) * bands]);
    }
    g_free(pixels);
    return hash;
}

} // namespace

bool derivePicture(int inputFd, qint64 mostPixels)
{
    if (vips_init("trucban-media-worker") != 0) {
        refuse(u"refused_broken"_s, u"libvips did not start"_s);
        return false;
    }
    vips_concurrency_set(2);
    vips_cache_set_max(0);
    openOnlyKnownLoaders();
    const auto size = measured(inputFd);
    if (!size) {
        refuse(u"refused_broken"_s, QString::fromUtf8(vips_error_buffer()).trimmed());
        return false;
    }
    if (qint64(size->width) * size->height > mostPixels) {
        refuse(u"refused_too_large"_s, u"%1 × %2 pixels"_s.arg(size->width).arg(size->height));
        return false;
    }
    Image screen = shrunk(inputFd, 2048, "[fail_on=truncated]");
    const bool damaged = !screen;
    if (damaged)
        screen = shrunk(inputFd, 2048, "[fail_on=none]"); // half a picture is better than none
    const Image thumbnail = screen ? resized(screen.get(), 400) : Image();
    if (!thumbnail) {
        refuse(u"refused_broken"_s, QString::fromUtf8(vips_error_buffer()).trimmed());
        return false;
    }
    QJsonObject facts{{u"kind"_s, u"image"_s}, {u"width"_s, size->width}, {u"height"_s, size->height}, {u"damaged"_s, damaged}};
    if (const auto hash = dHash(thumbnail.get()))
        facts.insert(u"dhash"_s, QString::number(*hash, 16));
    sendFrame("thumbnail.jpg", jpegOf(thumbnail.get(), 80));
    sendFrame("screen.jpg", jpegOf(screen.get(), 86));
    sendFacts(facts);
    return true;
}

} // namespace trucban::worker
